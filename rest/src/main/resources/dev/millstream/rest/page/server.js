// Asks the JobManager, with the token that is kept for this tab.

const KEY = 'millstream.token';
const TIMEOUT_MS = 10000;
const NONE_OF_IT = 416;

/** The token is missing or wrong. */
export class Unauthorized extends Error {}

/** Takes the token from the address, such as `/#token=...`, and hides it there at once. */
export function takeTokenFromAddress() {
    const match = /^#token=([^&]+)/.exec(location.hash);
    if (match) {
        setToken(decodeURIComponent(match[1]));
        history.replaceState(null, '', `${location.pathname}#/`);
    }
}

export function hasToken() {
    return sessionStorage.getItem(KEY) !== null;
}

export function setToken(token) {
    sessionStorage.setItem(KEY, token.trim());
}

export function forgetToken() {
    sessionStorage.removeItem(KEY);
}

/** What is at a path, as JSON. */
export async function ask(path) {
    return (await send('GET', path)).json();
}

/** The end of what is at a path, as text; nothing of an empty one. */
export async function askTail(path, bytes) {
    const response = await send('GET', path, { Range: `bytes=-${bytes}` });
    return response.status === NONE_OF_IT ? '' : response.text();
}

export async function cancelJob(id) {
    await send('PATCH', `/jobs/${id}?mode=cancel`);
}

async function send(method, path, headers = {}) {
    const response = await fetch(`/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${sessionStorage.getItem(KEY) ?? ''}`, ...headers },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        cache: 'no-store',
        credentials: 'omit',
    });
    if (response.status === 401) {
        throw new Unauthorized('This is not the token of this cluster.');
    }
    if (!response.ok && response.status !== NONE_OF_IT) {
        throw new Error(await reason(response));
    }
    return response;
}

async function reason(response) {
    try {
        return (await response.json()).errors[0];
    } catch {
        return `The JobManager has answered with status ${response.status}.`;
    }
}
