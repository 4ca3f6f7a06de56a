// The search of every page. The index is loaded when the field is first used.
import MiniSearch from './minisearch.js';
import { searchOptions } from "./search-options.js";
const mostResults = 12;
const form = document.querySelector('form.search');
if (form)
    begin(form);
function begin(form) {
    const input = form.querySelector('input');
    const list = form.querySelector('ol');
    const status = form.querySelector('[role=status]');
    if (!input || !list || !status)
        return;
    let index;
    const language = form.dataset['language'] ?? '';
    form.hidden = false;
    input.addEventListener('focus', () => void (index ??= load(form)));
    input.addEventListener('input', () => void answer(input.value));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        list.querySelector('a')?.click();
    });
    form.addEventListener('keydown', (event) => move(event, input, list));
    form.addEventListener('focusout', ({ relatedTarget }) => {
        list.hidden = !(relatedTarget instanceof Node && form.contains(relatedTarget));
    });
    input.addEventListener('focus', () => (list.hidden = list.childElementCount === 0));
    document.addEventListener('keydown', (event) => {
        if (event.key !== '/' || isTyping(event.target))
            return;
        event.preventDefault();
        input.focus();
    });
    async function answer(query) {
        const entries = await (index ??= load(form));
        if (query !== input?.value || !list || !status)
            return;
        const found = search(entries, query, language);
        list.replaceChildren(...found.map((one) => itemOf(one, language)));
        list.hidden = found.length === 0;
        status.textContent = statusOf(found.length, query, form);
    }
}
async function load({ dataset }) {
    const response = await fetch(dataset['index'] ?? '');
    return MiniSearch.loadJSON(await response.text(), searchOptions);
}
function search(index, query, language) {
    const options = {
        prefix: true,
        fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
        boost: { title: 4, heading: 3 },
        boostDocument: (_id, _term, stored) => stored?.['language'] === language ? 4 : stored?.['language'] === '' ? 2 : 1,
    };
    const every = index.search(query, { ...options, combineWith: 'AND' });
    const found = every.length > 0 ? every : index.search(query, options);
    return found.slice(0, mostResults);
}
function itemOf(found, language) {
    const link = document.createElement('a');
    link.href = `../${found.language || language}/${found.url}`;
    if (found.language && found.language !== language)
        link.lang = found.language;
    const heading = document.createElement('strong');
    heading.textContent = found.heading || found.title;
    const where = document.createElement('small');
    where.textContent = found.heading ? found.title : '';
    const excerpt = document.createElement('span');
    excerpt.textContent = found.excerpt;
    link.append(heading, where, excerpt);
    const item = document.createElement('li');
    item.append(link);
    return item;
}
function statusOf(count, query, { dataset }) {
    if (query.trim() === '')
        return '';
    if (count === 0)
        return dataset['nothing'] ?? '';
    return (dataset['found'] ?? '').replace('{count}', String(count));
}
function move(event, input, list) {
    const stops = [input, ...list.querySelectorAll('a')];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !list.hidden) {
        event.preventDefault();
        stops.at((here + step) % stops.length)?.focus();
    }
    else if (event.key === 'Escape') {
        input.focus();
        input.value = '';
        list.replaceChildren();
        list.hidden = true;
    }
}
function isTyping(target) {
    return (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'));
}
