// Draws a job's vertices and the edges between them.

import { s } from './elements.js';
import { count, TASK_STATES, tone } from './format.js';
import { layout } from './layout.js';

const SIZE = { width: 232, height: 92, gapX: 84, gapY: 28 };
const MARGIN = 14;
const NAME_LINES = 2;
const NAME_LENGTH = 26;

/** To how much of its size a graph is made smaller, so that it is seen whole; beyond, it scrolls. */
const LEAST_SCALE = 0.7;

/**
 * @param plan nodes with their inputs
 * @param vertices by id, with states and counts
 * @param selected id of a vertex, or null
 * @param onSelect told of the id of a vertex
 */
export function graph(plan, vertices, selected, onSelect) {
    const nodes = plan.nodes.map((it) => ({ id: it.id, inputs: it.inputs.map((one) => one.id) }));
    const placed = layout(nodes, SIZE);
    const strategies = new Map();
    for (const node of plan.nodes) {
        for (const input of node.inputs) {
            strategies.set(`${input.id} ${node.id}`, input.ship_strategy);
        }
    }
    const width = placed.width + 2 * MARGIN;
    const height = placed.height + 2 * MARGIN;
    return s('svg', {
        class: 'graph',
        viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
        style: { width: `${width}px`, 'min-width': `${Math.round(LEAST_SCALE * width)}px` },
        role: 'group',
        'aria-label': 'The job\u2019s vertices',
    },
    s('defs', {}, s('marker', {
        id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7,
        orient: 'auto',
    }, s('path', { d: 'M0 0.500 7.500 4 0 7.500z', class: 'arrow' }))),
    placed.edges.map((it) => edge(it, vertices.get(it.from), strategies)),
    [...placed.nodes].map(([id, at]) =>
        vertex(at, id, vertices.get(id), id === selected, onSelect)));
}

function edge({ from, to, points }, source, strategies) {
    const strategy = strategies.get(`${from} ${to}`);
    const flows = source?.status === 'RUNNING';
    const path = curve(points);
    const [x, y] = middle(points);
    return s('g', { class: flows ? 'edge flows' : 'edge' },
        s('path', { d: path, 'marker-end': 'url(#arrow)' }),
        strategy === 'FORWARD' ? null : s('text', { x, y: y - 6, class: 'strategy' }, strategy));
}

function curve(points) {
    let path = `M${points[0].join(' ')}`;
    for (let i = 1; i < points.length; i++) {
        const [x1, y1] = points[i - 1];
        const [x2, y2] = points[i];
        const bend = (x2 - x1) / 2;
        path += `C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
    }
    return path;
}

function middle(points) {
    const i = Math.floor((points.length - 1) / 2);
    const [x1, y1] = points[i];
    const [x2, y2] = points[i + 1];
    return [(x1 + x2) / 2, (y1 + y2) / 2];
}

function vertex(at, id, info, isSelected, onSelect) {
    const state = info?.status ?? 'CREATED';
    const select = () => onSelect(id);
    return s('g', {
        class: `vertex ${tone(state)}${isSelected ? ' selected' : ''}`,
        transform: `translate(${at.x} ${at.y})`,
        'data-key': id,
        'data-state': state,
        tabindex: 0,
        role: 'button',
        'aria-pressed': String(isSelected),
        on: {
            click: select,
            keydown: (event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                    event.preventDefault();
                    select();
                }
            },
        },
    },
    s('title', {}, info?.name ?? id),
    s('rect', { class: 'box', width: SIZE.width, height: SIZE.height, rx: 10 }),
    s('rect', { class: 'stripe', x: 0, y: 12, width: 3, height: SIZE.height - 24, rx: 1.5 }),
    lines(info?.name ?? id).map((line, i) =>
        s('text', { class: 'name', x: 16, y: 25 + i * 16 }, line)),
    s('text', { class: 'quiet', x: 16, y: SIZE.height - 24 },
        `${info?.parallelism ?? '?'} \u00d7 ${state.toLowerCase()}`),
    s('text', { class: 'number', x: SIZE.width - 14, y: SIZE.height - 24 },
        info ? records(info.metrics) : ''),
    info ? bar(info.tasks) : null);
}

function records(metrics) {
    const read = metrics['read-records'];
    const written = metrics['write-records'];
    if (read === 0) {
        return written === 0 ? '' : `${count(written)} out`;
    }
    return written === 0 ? `${count(read)} in` : `${count(read)} \u2192 ${count(written)}`;
}

/** How many subtasks are in which state, as a line. */
function bar(tasks) {
    const total = TASK_STATES.reduce((sum, state) => sum + (tasks[state] ?? 0), 0) || 1;
    const width = SIZE.width - 32;
    let x = 16;
    return TASK_STATES.filter((state) => tasks[state] > 0).map((state) => {
        const part = (width * tasks[state]) / total;
        const rect = s('rect', {
            class: `part ${tone(state)}`, x, y: SIZE.height - 14, width: part, height: 4, rx: 2,
        });
        x += part;
        return rect;
    });
}

/** A name on few lines, broken at spaces. */
function lines(name) {
    const all = [''];
    for (const word of name.split(' ')) {
        const longer = all.at(-1) === '' ? word : `${all.at(-1)} ${word}`;
        if (longer.length <= NAME_LENGTH || all.at(-1) === '') {
            all[all.length - 1] = longer;
        } else {
            all.push(word);
        }
    }
    const shown = all.slice(0, NAME_LINES);
    if (all.length > NAME_LINES || shown.at(-1).length > NAME_LENGTH) {
        shown[shown.length - 1] = `${shown.at(-1).slice(0, NAME_LENGTH - 1)}\u2026`;
    }
    return shown.map((it) => (it.length > NAME_LENGTH ? `${it.slice(0, NAME_LENGTH - 1)}\u2026` : it));
}
