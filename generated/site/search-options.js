// What the build and the page must agree on, so that a query meets the words of the index.
export const searchOptions = {
    fields: ['title', 'heading', 'text'],
    storeFields: ['title', 'heading', 'excerpt', 'url', 'language'],
    tokenize,
    processTerm: (term) => term,
};
/**
 * Words in lower case; of `newInstance` its parts too. Chinese has no spaces: its runs become pairs
 * of characters, and a lone character stays one.
 */
export function tokenize(text) {
    const runs = text.match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [];
    return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairsOf(run) : wordsOf(run)));
}
function pairsOf(run) {
    const characters = Array.from(run);
    if (characters.length === 1)
        return characters;
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
function wordsOf(run) {
    const parts = /^\p{L}+$/u.test(run) ? (run.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []) : [];
    const words = parts.length > 1 ? [run, ...parts] : [run];
    return words.map((word) => word.toLowerCase());
}
