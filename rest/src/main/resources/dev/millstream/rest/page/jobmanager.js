// The JobManager: its options and its logs.

import { h } from './elements.js';
import { bytes, time } from './format.js';
import { heads, options } from './job.js';
import { ask, askText } from './server.js';

const LAST_LINES = 2000;

export async function jobManager() {
    const [config, logs] = await Promise.all([ask('/jobmanager/config'), ask('/jobmanager/logs')]);
    return [
        h('h1', {}, 'JobManager'),
        h('section', { class: 'card' }, h('h2', {}, 'Logs'), logs.logs.length === 0
            ? h('p', { class: 'none' }, 'The JobManager writes no log files.')
            : h('div', { class: 'wide' }, h('table', {},
                heads('File', '#Size', 'Changed'),
                h('tbody', {}, logs.logs.map((it) => h('tr', { 'data-key': it.name },
                    h('td', {}, h('a', {
                        class: 'main', href: `#/jobmanager/logs/${encodeURIComponent(it.name)}`,
                    }, it.name)),
                    h('td', { class: 'n' }, bytes(it.size)),
                    h('td', { class: 'quiet' }, time(it.mtime)))))))),
        h('h2', { class: 'above' }, 'Configuration'),
        options(Object.fromEntries(config.map((it) => [it.key, it.value]))),
    ];
}

export async function log(name) {
    const lines = (await askText(`/jobmanager/logs/${encodeURIComponent(name)}`)).split('\n');
    const shown = lines.slice(-LAST_LINES);
    return [
        h('header', { class: 'head' }, h('div', {},
            h('p', { class: 'crumbs' }, h('a', { href: '#/jobmanager' }, 'JobManager')),
            h('h1', {}, name),
            shown.length === lines.length
                ? null : h('p', { class: 'facts' }, h('span', {}, `the last ${LAST_LINES} lines`)))),
        h('section', { class: 'card' }, h('pre', { class: 'log' }, shown.join('\n'))),
    ];
}
