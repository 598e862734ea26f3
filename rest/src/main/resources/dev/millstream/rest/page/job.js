// One job: its graph, its vertices and their subtasks, its failures and its options.

import { h } from './elements.js';
import { bytes, count, duration, exactly, isOver, time } from './format.js';
import { graph } from './graph.js';
import { badge, taskBar } from './jobs.js';
import { ask, cancelJob } from './server.js';

const TABS = [
    ['', 'Graph'],
    ['exceptions', 'Exceptions'],
    ['configuration', 'Configuration'],
];

/** What was counted when a vertex was last looked at, for rates. */
const samples = new Map();

let selected = { job: null, vertex: null };

export async function job(id, tab, refresh) {
    const details = await ask(`/jobs/${id}`);
    return [
        head(details, refresh),
        tabs(id, tab),
        await content(details, tab, refresh),
    ];
}

function head(details, refresh) {
    return h('header', { class: 'head' },
        h('div', {},
            h('p', { class: 'crumbs' }, h('a', { href: '#/jobs' }, 'Jobs'), ' / ',
                h('span', { class: 'id' }, details.jid)),
            h('h1', {}, details.name, ' ', badge(details.state)),
            h('p', { class: 'facts' },
                fact(details['job-type'].toLowerCase()),
                fact(`started ${time(details['start-time'])}`),
                fact(isOver(details.state)
                    ? `ran ${duration(details.duration)}`
                    : `running for ${duration(details.duration)}`))),
        isOver(details.state) ? null : h('button', {
            class: 'danger', disabled: details.state === 'CANCELLING',
            on: { click: () => confirmCancel(details, refresh) },
        }, 'Cancel job'));
}

function fact(text) {
    return h('span', {}, text);
}

function tabs(id, tab) {
    return h('nav', { class: 'tabs', 'aria-label': 'Job' }, TABS.map(([name, label]) =>
        h('a', {
            href: `#/jobs/${id}${name === '' ? '' : `/${name}`}`,
            'aria-current': name === tab ? 'page' : null,
        }, label)));
}

async function content(details, tab, refresh) {
    switch (tab) {
        case 'exceptions':
            return exceptions(await ask(`/jobs/${details.jid}/exceptions`));
        case 'configuration':
            return options(
                (await ask(`/jobs/${details.jid}/config`))['execution-config']['user-config']);
        default:
            return picture(details, refresh);
    }
}

async function picture(details, refresh) {
    const vertices = new Map(details.vertices.map((it) => [it.id, it]));
    if (selected.job !== details.jid || !vertices.has(selected.vertex)) {
        selected = { job: details.jid, vertex: null };
    }
    const select = (id) => {
        selected.vertex = selected.vertex === id ? null : id;
        refresh();
    };
    return h('div', { class: 'stack' },
        h('section', { class: 'card canvas' },
            graph(details.plan, vertices, selected.vertex, select)),
        vertexTable(details, select),
        selected.vertex === null
            ? h('p', { class: 'hint' }, 'Choose a vertex to see its subtasks.')
            : subtasks(await ask(`/jobs/${details.jid}/vertices/${selected.vertex}`)));
}

function vertexTable(details, select) {
    return h('section', { class: 'card' }, h('h2', {}, 'Vertices'),
        h('div', { class: 'wide' }, h('table', {},
            heads('Name', 'State', 'Subtasks', '#Records in', '#Records out', '#Bytes in',
                '#Bytes out', '#Rate', '#Duration'),
            h('tbody', {}, details.vertices.map((it) => h('tr', {
                'data-key': it.id,
                class: it.id === selected.vertex ? 'chosen' : '',
            },
            h('td', {}, h('button', {
                class: 'link main', on: { click: () => select(it.id) },
            }, it.name)),
            h('td', {}, badge(it.status)),
            h('td', {}, h('span', { class: 'with-bar' },
                taskBar(it.tasks), h('span', { class: 'quiet' }, it.parallelism))),
            counts(it.metrics),
            h('td', { class: 'n quiet' }, rate(details, it)),
            h('td', { class: 'n' }, duration(it.duration))))))));
}

/** Records a second since the last look, in or out, whichever is more. */
function rate(details, vertex) {
    const key = `${details.jid} ${vertex.id}`;
    const records = Math.max(vertex.metrics['read-records'], vertex.metrics['write-records']);
    const before = samples.get(key);
    if (before === undefined || details.now > before.now) {
        const seconds = before ? (details.now - before.now) / 1000 : 0;
        const perSecond = before && seconds < 10 && records >= before.records
            ? (records - before.records) / seconds : null;
        samples.set(key, { now: details.now, records, perSecond });
    }
    const { perSecond } = samples.get(key);
    return vertex.status !== 'RUNNING' || perSecond === null
        ? '–' : `${count(Math.round(perSecond))}/s`;
}

function subtasks(vertex) {
    return h('section', { class: 'card' },
        h('h2', {}, `Subtasks of ${vertex.name}`,
            h('span', { class: 'amount' }, vertex.parallelism)),
        h('div', { class: 'wide' }, h('table', { class: 'subtasks' },
            heads('#Subtask', 'State', '#Attempt', 'TaskManager', '#Slot', '#Records in',
                '#Records out', '#Bytes in', '#Bytes out', '#Duration'),
            h('tbody', {}, vertex.subtasks.map((it) => h('tr', { 'data-key': it.subtask },
                h('td', { class: 'n' }, it.subtask + 1),
                h('td', {}, badge(it.status)),
                h('td', { class: 'n' }, it.attempt + 1),
                h('td', {}, it['taskmanager-id'].startsWith('(')
                    ? h('span', { class: 'quiet' }, 'not yet')
                    : h('a', { href: `#/taskmanagers/${encodeURIComponent(it['taskmanager-id'])}` },
                        it['taskmanager-id'])),
                h('td', { class: 'n' }, it.slot < 0 ? '–' : it.slot),
                counts(it.metrics),
                h('td', { class: 'n' }, duration(it.duration))))))));
}

function counts(metrics) {
    return [
        number(metrics['read-records'], count),
        number(metrics['write-records'], count),
        number(metrics['read-bytes'], bytes),
        number(metrics['write-bytes'], bytes),
    ];
}

function number(value, format) {
    return h('td', { class: 'n', title: exactly(value) }, format(value));
}

/** @param names numbers begin with # */
export function heads(...names) {
    return h('thead', {}, h('tr', {}, names.map((it) =>
        it.startsWith('#') ? h('th', { class: 'n' }, it.slice(1)) : h('th', {}, it))));
}

/** A task's failure is told once more as the job's. */
function withoutRepetition(entries) {
    return entries.filter((it) => it.taskName !== 'job'
        || !entries.some((other) => other.taskName !== 'job' && other.message === it.message));
}

function exceptions(found) {
    const entries = withoutRepetition(found.exceptionHistory.entries);
    if (entries.length === 0) {
        return h('section', { class: 'card' },
            h('p', { class: 'none' }, 'Nothing has failed in this job.'));
    }
    return h('div', { class: 'stack' }, entries.map((it, i) =>
        h('section', { class: 'card failure', 'data-key': `${it.timestamp} ${it.taskName}` },
            h('h2', {}, it.taskName === 'job' ? 'The job' : it.taskName,
                h('span', { class: 'amount' }, time(it.timestamp))),
            h('p', {}, it.message),
            it.exceptionName === ''
                ? null : h('p', { class: 'quiet' }, it.exceptionName,
                    it.userCode ? ' in the program\u2019s own code' : ''),
            h('details', { open: i === 0 }, h('summary', {}, 'Stack trace'),
                h('pre', {}, it.stacktrace)))));
}

export function options(values) {
    const keys = Object.keys(values);
    return h('section', { class: 'card' },
        keys.length === 0
            ? h('p', { class: 'none' }, 'No option is set; all have their defaults.')
            : h('div', { class: 'wide' }, h('table', { class: 'options' },
                heads('Option', 'Value'),
                h('tbody', {}, keys.map((key) => h('tr', { 'data-key': key },
                    h('td', { class: 'id' }, key), h('td', {}, values[key])))))));
}

function confirmCancel(details, refresh) {
    const dialog = h('dialog', { class: 'card' },
        h('form', { method: 'dialog' },
            h('h2', {}, 'Cancel this job?'),
            h('p', {}, `\u201c${details.name}\u201d ends, and what it has not written yet is lost.`),
            h('div', { class: 'buttons' },
                h('button', { value: 'no', autofocus: true }, 'Keep it running'),
                h('button', { value: 'yes', class: 'danger' }, 'Cancel job'))));
    dialog.addEventListener('close', async () => {
        dialog.remove();
        if (dialog.returnValue === 'yes') {
            await refresh(() => cancelJob(details.jid));
        }
    });
    document.body.append(dialog);
    dialog.showModal();
}
