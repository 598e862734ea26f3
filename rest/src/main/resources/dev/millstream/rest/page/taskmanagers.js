// TaskManagers, and what runs on them.

import { h } from './elements.js';
import { bytes } from './format.js';
import { heads } from './job.js';
import { badge } from './jobs.js';
import { log, logList } from './logs.js';
import { ask } from './server.js';

export async function taskManagers() {
    const all = (await ask('/taskmanagers')).taskmanagers;
    return [
        h('h1', {}, 'TaskManagers'),
        h('section', { class: 'card' }, all.length === 0
            ? h('p', { class: 'none' }, 'No TaskManager has registered.')
            : h('div', { class: 'wide' }, h('table', {},
                heads('TaskManager', 'Host', 'Slots', '#Free', '#Managed memory', 'Address'),
                h('tbody', {}, all.map(row))))),
    ];
}

function row(it) {
    return h('tr', { 'data-key': it.id },
        h('td', {}, h('a', {
            class: 'main', href: `#/taskmanagers/${encodeURIComponent(it.id)}`,
        }, it.id)),
        h('td', {}, it.host),
        h('td', {}, slots(it)),
        h('td', { class: 'n' }, `${it.freeSlots} of ${it.slotsNumber}`),
        h('td', { class: 'n' }, bytes(it.hardware.managedMemory)),
        h('td', { class: 'id' }, it.path));
}

function slots(it) {
    const used = it.slotsNumber - it.freeSlots;
    const text = `${used} of ${it.slotsNumber} in use`;
    return h('span', { class: 'slots', role: 'img', 'aria-label': text, title: text },
        Array.from({ length: it.slotsNumber }, (_, i) => h('i', { class: i < used ? 'run' : '' })));
}

export async function taskManager(id) {
    const path = `/taskmanagers/${encodeURIComponent(id)}`;
    const [it, logs] = await Promise.all([ask(path), ask(`${path}/logs`)]);
    return [
        h('header', { class: 'head' }, h('div', {},
            h('p', { class: 'crumbs' }, h('a', { href: '#/taskmanagers' }, 'TaskManagers'), ' / ',
                h('span', { class: 'id' }, it.path)),
            h('h1', {}, it.id),
            h('p', { class: 'facts' },
                h('span', {}, `on ${it.host}`),
                h('span', {}, `${it.freeSlots} of ${it.slotsNumber} slots free`),
                h('span', {}, `${bytes(it.hardware.managedMemory)} managed memory`)))),
        h('section', { class: 'card' },
            h('h2', {}, 'Tasks', h('span', { class: 'amount' }, it.tasks.length)),
            it.tasks.length === 0
                ? h('p', { class: 'none' }, 'Nothing runs here.')
                : h('div', { class: 'wide' }, h('table', {},
                    heads('Job', 'Vertex', '#Subtask', '#Slot', 'State'),
                    h('tbody', {}, it.tasks.map((task) => h('tr', {
                        'data-key': `${task.jid} ${task.vertex} ${task.subtask}`,
                    },
                    h('td', {}, h('a', { href: `#/jobs/${task.jid}` }, task.job)),
                    h('td', {}, task.vertex),
                    h('td', { class: 'n' }, `${task.subtask + 1} of ${task.parallelism}`),
                    h('td', { class: 'n' }, task.slot),
                    h('td', {}, badge(task.status)))))))),
        logList(logs.logs, `#${path}/logs`, 'It was started by hand, and logs where it was started.'),
    ];
}

export function taskManagerLog(id, name) {
    const path = `/taskmanagers/${encodeURIComponent(id)}`;
    return log(`${path}/logs`, name, h('a', { href: `#${path}` }, id));
}
