// The cluster at a glance.

import { h } from './elements.js';
import { count, isOver, plural } from './format.js';
import { jobTable } from './jobs.js';
import { ask } from './server.js';

const RECENT = 10;

export async function overview() {
    const [cluster, jobs] = await Promise.all([ask('/overview'), ask('/jobs/overview')]);
    const used = cluster['slots-total'] - cluster['slots-available'];
    return [
        h('h1', {}, 'Overview'),
        h('section', { class: 'tiles' },
            tile('TaskManagers', count(cluster.taskmanagers), '#/taskmanagers',
                cluster.taskmanagers === 0 ? 'none has registered' : 'registered'),
            slots(used, cluster['slots-total']),
            tile('Running jobs', count(cluster['jobs-running']), '#/jobs',
                plural(runningTasks(jobs.jobs), 'running task', 'running tasks')),
            tile('Ended jobs',
                count(cluster['jobs-finished'] + cluster['jobs-cancelled'] + cluster['jobs-failed']),
                '#/jobs',
                h('span', { class: 'split' },
                    part('done', cluster['jobs-finished'], 'finished'),
                    part('stop', cluster['jobs-cancelled'], 'cancelled'),
                    part('fail', cluster['jobs-failed'], 'failed')))),
        jobTable('Running jobs', jobs.jobs.filter((it) => !isOver(it.state)), 'No job runs.'),
        jobTable('Recently ended', jobs.jobs.filter((it) => isOver(it.state)).slice(0, RECENT),
            'No job has ended yet.'),
    ];
}

function runningTasks(jobs) {
    return jobs.reduce((sum, it) => sum + it.tasks.running, 0);
}

function part(tone, many, what) {
    return h('span', { class: many > 0 ? `some ${tone}` : '' }, `${count(many)} ${what}`);
}

function tile(label, value, href, detail) {
    return h('a', { class: 'tile card', href },
        h('span', { class: 'label' }, label),
        h('span', { class: 'value' }, value),
        h('span', { class: 'detail' }, detail));
}

function slots(used, total) {
    const share = total === 0 ? 0 : (100 * used) / total;
    return h('a', { class: 'tile card', href: '#/taskmanagers' },
        h('span', { class: 'label' }, 'Task slots'),
        h('span', { class: 'value' }, count(used), h('small', {}, ` of ${count(total)} in use`)),
        h('span', { class: 'meter', role: 'img', 'aria-label': `${Math.round(share)} % in use` },
            h('i', { style: { width: `${share}%` } })));
}
