/* What people wrote, counted. */

/** The words of posts, counted whatever their capitals: [{text, count, tables, votes}], most often first. */
export function countWords(posts) {
  const found = new Map();
  for (const post of posts) {
    const key = post.text.trim().toLocaleLowerCase();
    const one = found.get(key) ?? { text: post.text.trim(), count: 0, tables: new Set(), votes: 0 };
    one.count += 1 + post.merged;
    one.votes += post.votes;
    if (post.table !== null) one.tables.add(post.table);
    found.set(key, one);
  }
  const listed = [...found.values()].map((one) => ({ ...one, tables: [...one.tables].sort((a, b) => a - b) }));
  return listed.sort(
    (one, other) => other.count - one.count || other.votes - one.votes || one.text.localeCompare(other.text),
  );
}
