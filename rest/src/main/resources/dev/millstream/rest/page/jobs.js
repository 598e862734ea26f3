// Lists of jobs.

import { h } from './elements.js';
import { duration, isOver, TASK_STATES, time, tone } from './format.js';
import { ask } from './server.js';

export async function jobs() {
    const all = (await ask('/jobs/overview')).jobs;
    return [
        h('h1', {}, 'Jobs'),
        jobTable('Running', all.filter((it) => !isOver(it.state)), 'No job runs.'),
        jobTable('Ended', all.filter((it) => isOver(it.state)), 'No job has ended yet.'),
    ];
}

export function badge(state) {
    return h('span', { class: `badge ${tone(state)}` }, state.toLowerCase());
}

/** @param tasks counts by state, in upper or lower case */
export function taskBar(tasks) {
    const counts = TASK_STATES
        .map((state) => [state, tasks[state] ?? tasks[state.toLowerCase()] ?? 0])
        .filter(([, many]) => many > 0);
    const text = counts.map(([state, many]) => `${many} ${state.toLowerCase()}`).join(', ');
    return h('span', { class: 'tasks', title: text, role: 'img', 'aria-label': text },
        counts.map(([state, many]) =>
            h('i', { class: tone(state), style: { 'flex-grow': String(many) } })));
}

export function jobTable(title, list, none) {
    if (list.length === 0) {
        return h('section', { class: 'card' }, h('h2', {}, title), h('p', { class: 'none' }, none));
    }
    return h('section', { class: 'card' },
        h('h2', {}, title, h('span', { class: 'amount' }, list.length)),
        h('div', { class: 'wide' }, h('table', { class: 'jobs' },
            h('thead', {}, h('tr', {},
                ['Name', 'State', 'Tasks', 'Started', 'Duration', 'Job'].map((it) =>
                    h('th', { class: it === 'Duration' ? 'n' : '' }, it)))),
            h('tbody', {}, list.map(row)))));
}

function row(job) {
    return h('tr', { 'data-key': job.jid },
        h('td', {}, h('a', { href: `#/jobs/${job.jid}`, class: 'main' }, job.name)),
        h('td', {}, badge(job.state)),
        h('td', {}, h('span', { class: 'with-bar' },
            taskBar(job.tasks), h('span', { class: 'quiet' }, job.tasks.total))),
        h('td', { class: 'quiet' }, time(job['start-time'])),
        h('td', { class: 'n' }, duration(job.duration)),
        h('td', { class: 'id' }, job.jid));
}
