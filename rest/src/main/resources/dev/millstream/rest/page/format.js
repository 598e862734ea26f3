// Numbers, times and states, for people.

const NUMBER = new Intl.NumberFormat('en');
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

export function count(value) {
    return value < 100000 ? NUMBER.format(value) : SHORT.format(value);
}

export function exactly(value) {
    return NUMBER.format(value);
}

export function bytes(value) {
    let unit = 0;
    let rest = value;
    while (rest >= 1024 && unit < UNITS.length - 1) {
        rest /= 1024;
        unit++;
    }
    return `${unit === 0 || rest >= 100 ? Math.round(rest) : rest.toFixed(1)} ${UNITS[unit]}`;
}

export function time(ms) {
    return ms < 0 ? '–' : TIME.format(new Date(ms));
}

export function duration(ms) {
    if (ms < 0) {
        return '–';
    }
    if (ms < 1000) {
        return `${ms} ms`;
    }
    if (ms < 60000) {
        return `${(ms / 1000).toFixed(1)} s`;
    }
    const seconds = Math.floor(ms / 1000);
    const parts = [
        [Math.floor(seconds / 86400), 'd'],
        [Math.floor(seconds / 3600) % 24, 'h'],
        [Math.floor(seconds / 60) % 60, 'min'],
        [seconds % 60, 's'],
    ];
    const first = parts.findIndex(([value]) => value > 0);
    return parts.slice(first, first + 2).map(([value, unit]) => `${value} ${unit}`).join(' ');
}

export function plural(value, one, many) {
    return `${count(value)} ${value === 1 ? one : many}`;
}

/** Which of the few colours a state has. */
export function tone(state) {
    switch (state) {
        case 'RUNNING':
            return 'run';
        case 'FINISHED':
            return 'done';
        case 'FAILED':
        case 'FAILING':
            return 'fail';
        case 'CANCELED':
        case 'CANCELING':
        case 'CANCELLING':
            return 'stop';
        case 'RESTARTING':
        case 'SUSPENDED':
        case 'RECONCILING':
            return 'warn';
        default:
            return 'wait';
    }
}

/** States of tasks, in the order in which bars show them. */
export const TASK_STATES = [
    'FINISHED',
    'RUNNING',
    'INITIALIZING',
    'DEPLOYING',
    'SCHEDULED',
    'CREATED',
    'CANCELING',
    'CANCELED',
    'FAILED',
];

export function isOver(state) {
    return state === 'FINISHED' || state === 'FAILED' || state === 'CANCELED';
}
