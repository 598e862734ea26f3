// The JobManager: its options, and its logs and those of what it has started.

import { h } from './elements.js';
import { options } from './job.js';
import { log, logList } from './logs.js';
import { ask } from './server.js';

export async function jobManager() {
    const [config, logs] = await Promise.all([ask('/jobmanager/config'), ask('/jobmanager/logs')]);
    return [
        h('h1', {}, 'JobManager'),
        logList(logs.logs, '#/jobmanager/logs', 'The JobManager writes no log files.'),
        h('h2', { class: 'above' }, 'Configuration'),
        options(Object.fromEntries(config.map((it) => [it.key, it.value]))),
    ];
}

export function jobManagerLog(name) {
    return log('/jobmanager/logs', name, h('a', { href: '#/jobmanager' }, 'JobManager'));
}
