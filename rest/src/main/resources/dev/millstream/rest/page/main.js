// Shows the view that the address names, and draws it anew each second.

import { h, update } from './elements.js';
import { job } from './job.js';
import { jobManager, jobManagerLog } from './jobmanager.js';
import { jobs } from './jobs.js';
import { overview } from './overview.js';
import {
    ask, forgetToken, hasToken, setToken, takeTokenFromAddress, Unauthorized,
} from './server.js';
import { taskManager, taskManagerLog, taskManagers } from './taskmanagers.js';

const REFRESH_MS = 1000;
const NEAR_PX = 8;
const NAV = [
    ['#/', 'Overview'],
    ['#/jobs', 'Jobs'],
    ['#/taskmanagers', 'TaskManagers'],
    ['#/jobmanager', 'JobManager'],
];

const view = document.getElementById('view');
const notice = document.getElementById('notice');

/** Rises with each change of the address, so that a late answer for another one is dropped. */
let turn = 0;
let timer = 0;
let version = null;

function route() {
    const [first = '', second, third, fourth] = location.hash.replace(/^#\/?/, '').split('/')
        .map(decodeURIComponent);
    switch (first) {
        case '':
            return overview();
        case 'jobs':
            return second ? job(second, third ?? '', refresh) : jobs();
        case 'taskmanagers':
            if (third === 'logs' && fourth) {
                return taskManagerLog(second, fourth);
            }
            return second ? taskManager(second) : taskManagers();
        case 'jobmanager':
            return second === 'logs' && third ? jobManagerLog(third) : jobManager();
        default:
            return [h('h1', {}, 'There is no such page.')];
    }
}

/** Draws the view now, after something was done; what fails is told. */
async function refresh(before) {
    const mine = ++turn;
    clearTimeout(timer);
    try {
        if (before) {
            await before();
        }
        const drawn = await route();
        if (mine !== turn) {
            return;
        }
        const follows = followed();
        update(view, drawn.filter(Boolean));
        follow(follows);
        document.title = `${view.querySelector('h1')?.textContent ?? ''} \u00b7 Millstream`;
        tell(null);
        await about();
    } catch (failure) {
        if (mine !== turn) {
            return;
        }
        if (failure instanceof Unauthorized) {
            login(failure.message);
            return;
        }
        tell(failure instanceof TypeError || failure.name === 'TimeoutError'
            ? 'The JobManager can\u2019t be reached; trying again.' : failure.message);
    }
    timer = setTimeout(refresh, document.hidden ? 10 * REFRESH_MS : REFRESH_MS);
}

/** Whether what grows at its end is seen to its end, or is not seen yet. */
function followed() {
    const it = view.querySelector('[data-follow]');
    return it === null || it.scrollTop + it.clientHeight >= it.scrollHeight - NEAR_PX;
}

function follow(wanted) {
    const it = view.querySelector('[data-follow]');
    if (wanted && it !== null) {
        it.scrollTop = it.scrollHeight;
    }
}

function tell(message) {
    notice.hidden = message === null;
    notice.textContent = message ?? '';
    document.body.classList.toggle('stale', message !== null);
}

function navigate() {
    takeTokenFromAddress();
    const path = location.hash === '' ? '#/' : location.hash;
    update(document.getElementById('nav'), NAV.map(([href, label]) => h('a', {
        href,
        'aria-current': (href === '#/' ? path === '#/' : path.startsWith(href)) ? 'page' : null,
    }, label)));
    if (hasToken()) {
        refresh();
    } else {
        login(null);
    }
}

async function about() {
    if (version === null) {
        version = (await ask('/config'))['millstream-version'];
        update(document.getElementById('about'), [
            h('span', {}, `Version ${version}`),
            h('button', {
                class: 'link',
                on: {
                    click: () => {
                        forgetToken();
                        login(null);
                    },
                },
            }, 'Forget token'),
        ]);
    }
}

function login(message) {
    turn++;
    clearTimeout(timer);
    tell(null);
    version = null;
    update(document.getElementById('about'), []);
    const input = h('input', {
        id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true,
    });
    view.replaceChildren(h('form', {
        class: 'card login',
        on: {
            submit: (event) => {
                event.preventDefault();
                setToken(input.value);
                view.replaceChildren();
                refresh();
            },
        },
    },
    h('h1', {}, 'Cluster token'),
    h('p', {}, 'The token is in the file that ', h('code', {}, 'security.token-file'),
        ' names, by default ', h('code', {}, '.millstream/token'), '.'),
    message === null ? null : h('p', { class: 'error', role: 'alert' }, message),
    h('label', { for: 'token' }, 'Token'),
    input,
    h('button', { class: 'primary' }, 'Open')));
    input.focus();
}

addEventListener('hashchange', () => {
    view.scrollTo(0, 0);
    navigate();
});
document.addEventListener('visibilitychange', () => {
    if (!document.hidden && hasToken()) {
        refresh();
    }
});
navigate();
