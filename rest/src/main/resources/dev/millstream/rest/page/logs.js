// Log files: lists of them, and the end of one.

import { h } from './elements.js';
import { bytes, time } from './format.js';
import { heads } from './job.js';
import { askTail } from './server.js';

const LAST_LINES = 2000;
const LAST_BYTES = 256 * 1024;

/**
 * @param files as the server lists them
 * @param address of the page of one of them, but for its name
 * @param none what to say when there are none
 */
export function logList(files, address, none) {
    return h('section', { class: 'card' }, h('h2', {}, 'Logs'), files.length === 0
        ? h('p', { class: 'none' }, none)
        : h('div', { class: 'wide' }, h('table', {},
            heads('File', '#Size', 'Changed'),
            h('tbody', {}, files.map((it) => h('tr', { 'data-key': it.name },
                h('td', {}, h('a', {
                    class: 'main', href: `${address}/${encodeURIComponent(it.name)}`,
                }, it.name)),
                h('td', { class: 'n' }, bytes(it.size)),
                h('td', { class: 'quiet' }, time(it.mtime))))))));
}

/**
 * The end of a file, which is followed while it grows.
 *
 * @param path of the file on the server, but for its name
 * @param crumb link to where the file belongs
 */
export async function log(path, name, crumb) {
    const text = await askTail(`${path}/${encodeURIComponent(name)}`, LAST_BYTES);
    const lines = text.split('\n');
    const shown = lines.slice(-LAST_LINES);
    const whole = text.length < LAST_BYTES && shown.length === lines.length;
    return [
        h('header', { class: 'head' }, h('div', {},
            h('p', { class: 'crumbs' }, crumb),
            h('h1', {}, name),
            h('p', { class: 'facts' }, h('span', {}, whole ? 'all of it' : 'the end of it')))),
        h('section', { class: 'card' }, text === ''
            ? h('p', { class: 'none' }, 'Nothing is in this file yet.')
            : h('pre', {
                class: 'log', 'data-follow': true, tabindex: 0, role: 'log', 'aria-label': name,
            }, shown.join('\n'))),
    ];
}
