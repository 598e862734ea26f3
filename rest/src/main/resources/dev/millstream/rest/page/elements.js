// Makes and updates elements. Texts become text nodes only, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element of HTML. Attributes: `on` has listeners, `style` CSS properties, the rest as named. */
export function h(name, attributes, ...children) {
    return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function s(name, attributes, ...children) {
    return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (name === 'on') {
            element.listeners = value;
            for (const [type, listener] of Object.entries(value)) {
                element.addEventListener(type, listener);
            }
        } else if (name === 'style') {
            for (const [property, text] of Object.entries(value)) {
                element.style.setProperty(property, text);
            }
        } else if (value === true) {
            element.setAttribute(name, '');
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(name, value);
        }
    }
    for (const child of children.flat(3)) {
        if (child !== null && child !== undefined && child !== false) {
            element.append(child instanceof Node ? child : String(child));
        }
    }
    return element;
}

/**
 * Makes what a parent holds like what was drawn anew, and touches only what differs, so that
 * selections, focus and scroll positions survive an update.
 */
export function update(parent, drawn) {
    const next = [drawn].flat();
    for (let i = 0; i < next.length; i++) {
        const old = parent.childNodes[i];
        if (old === undefined) {
            parent.append(next[i]);
        } else if (!sameKind(old, next[i])) {
            old.replaceWith(next[i]);
        } else if (old.nodeType === Node.TEXT_NODE) {
            if (old.data !== next[i].data) {
                old.data = next[i].data;
            }
        } else {
            updateAttributes(old, next[i]);
            updateListeners(old, next[i]);
            if (!old.hasAttribute('data-keep')) {
                update(old, [...next[i].childNodes]);
            }
        }
    }
    while (parent.childNodes.length > next.length) {
        parent.lastChild.remove();
    }
}

function sameKind(old, next) {
    return old.nodeType === next.nodeType
            && old.nodeName === next.nodeName
            && (old.nodeType === Node.TEXT_NODE || key(old) === key(next));
}

function key(element) {
    return element.getAttribute('data-key');
}

function updateAttributes(old, next) {
    for (const { name } of [...old.attributes]) {
        if (!next.hasAttribute(name) && name !== 'open') {
            old.removeAttribute(name);
        }
    }
    for (const { name, value } of next.attributes) {
        if (name === 'style') {
            if (old.style.cssText !== next.style.cssText) {
                old.style.cssText = next.style.cssText;
            }
        } else if (old.getAttribute(name) !== value) {
            old.setAttribute(name, value);
        }
    }
}

function updateListeners(old, next) {
    for (const [type, listener] of Object.entries(old.listeners ?? {})) {
        old.removeEventListener(type, listener);
    }
    for (const [type, listener] of Object.entries(next.listeners ?? {})) {
        old.addEventListener(type, listener);
    }
    old.listeners = next.listeners;
}
