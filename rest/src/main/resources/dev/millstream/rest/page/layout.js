// Places the vertices of a graph in layers, from left to right (Sugiyama, Tagawa and Toda, "Methods
// for visual understanding of hierarchical system structures", 1981): a vertex comes behind all
// that it reads from; edges over several layers get a bend in each; within a layer vertices are put
// near the middle of their neighbours.

const SWEEPS = 12;

/**
 * @param nodes in topological order: { id, inputs: [id] }
 * @param size { width, height, gapX, gapY }
 * @returns { width, height, nodes: Map id -> { x, y }, edges: [{ from, to, points: [[x, y]] }] }
 */
export function layout(nodes, size) {
    const { layers, chains } = assignLayers(nodes);
    order(layers);
    place(layers, size);
    return result(layers, chains, size);
}

function assignLayers(nodes) {
    const cells = new Map();
    for (const node of nodes) {
        const sources = node.inputs.map((id) => cells.get(id)).filter(Boolean);
        const layer = sources.length === 0 ? 0 : 1 + Math.max(...sources.map((it) => it.layer));
        cells.set(node.id, cell(node.id, layer));
    }
    const all = [...cells.values()];
    const chains = [];
    for (const node of nodes) {
        for (const id of node.inputs) {
            const from = cells.get(id);
            if (from !== undefined) {
                chains.push(chain(from, cells.get(node.id), all));
            }
        }
    }
    const layers = [];
    for (const it of all) {
        (layers[it.layer] ??= []).push(it);
    }
    return { layers, chains };
}

function cell(id, layer) {
    return { id, layer, before: [], behind: [], row: 0, y: 0 };
}

/** The cells that an edge goes through: its ends and a bend in each layer between them. */
function chain(from, to, all) {
    const cells = [from];
    for (let layer = from.layer + 1; layer < to.layer; layer++) {
        const bend = cell(null, layer);
        all.push(bend);
        cells.push(bend);
    }
    cells.push(to);
    for (let i = 1; i < cells.length; i++) {
        cells[i].before.push(cells[i - 1]);
        cells[i - 1].behind.push(cells[i]);
    }
    return cells;
}

function order(layers) {
    layers.forEach(number);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        const forward = sweep % 2 === 0;
        const side = forward ? 'before' : 'behind';
        for (const layer of forward ? layers : layers.toReversed()) {
            const middle = new Map(layer.map((it) => [it, mean(it[side], (n) => n.row) ?? it.row]));
            layer.sort((a, b) => middle.get(a) - middle.get(b));
            number(layer);
        }
    }
}

function number(layer) {
    layer.forEach((it, row) => {
        it.row = row;
    });
}

function mean(cells, value) {
    return cells.length === 0
        ? null
        : cells.reduce((sum, it) => sum + value(it), 0) / cells.length;
}

function place(layers, size) {
    const step = size.height + size.gapY;
    for (const layer of layers) {
        layer.forEach((it, row) => {
            it.y = (row - (layer.length - 1) / 2) * step;
        });
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        const forward = sweep % 2 === 0;
        const side = forward ? 'before' : 'behind';
        for (const layer of forward ? layers : layers.toReversed()) {
            const wanted = layer.map((it) => mean(it[side], (n) => n.y) ?? it.y);
            settle(layer, wanted, step);
        }
    }
}

/** As near to where cells want to be as their order and distance allow: neighbours share a shift. */
function settle(layer, wanted, step) {
    const blocks = [];
    layer.forEach((_, i) => {
        blocks.push({ first: i, count: 1, sum: wanted[i] - i * step });
        while (blocks.length > 1 && value(blocks.at(-2)) > value(blocks.at(-1))) {
            const last = blocks.pop();
            blocks.at(-1).count += last.count;
            blocks.at(-1).sum += last.sum;
        }
    });
    for (const block of blocks) {
        for (let i = block.first; i < block.first + block.count; i++) {
            layer[i].y = value(block) + i * step;
        }
    }
}

function value(block) {
    return block.sum / block.count;
}

function result(layers, chains, size) {
    const top = Math.min(...layers.flat().map((it) => it.y));
    const bottom = Math.max(...layers.flat().map((it) => it.y));
    const x = (it) => it.layer * (size.width + size.gapX);
    const nodes = new Map();
    for (const it of layers.flat()) {
        it.y -= top;
        if (it.id !== null) {
            nodes.set(it.id, { x: x(it), y: it.y });
        }
    }
    const edges = chains.map((cells) => ({
        from: cells[0].id,
        to: cells.at(-1).id,
        points: cells.flatMap((it, i) => {
            const y = it.y + size.height / 2;
            if (i === 0) {
                return [[x(it) + size.width, y]];
            }
            return i === cells.length - 1 ? [[x(it), y]] : [[x(it), y], [x(it) + size.width, y]];
        }),
    }));
    return {
        width: layers.length * (size.width + size.gapX) - size.gapX,
        height: bottom - top + size.height,
        nodes,
        edges,
    };
}
