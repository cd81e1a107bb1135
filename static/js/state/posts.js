/* What people wrote, counted. */
import { ROLES } from "./roles.js";

/** The words of posts, counted whatever their capitals: [{text, count, tables, votes, roles}], most often first;
 * `roles` are the chairs that said it, in the order of the roles. */
export function countWords(posts) {
  const found = new Map();
  for (const post of posts) {
    const key = post.text.trim().toLocaleLowerCase();
    const one = found.get(key) ?? { text: post.text.trim(), count: 0, tables: new Set(), votes: 0, roles: new Set() };
    one.count += 1 + post.merged;
    one.votes += post.votes;
    if (post.table !== null) one.tables.add(post.table);
    if (post.role) one.roles.add(post.role);
    found.set(key, one);
  }
  const listed = [...found.values()].map((one) => ({
    ...one,
    tables: [...one.tables].sort((a, b) => a - b),
    roles: ROLES.filter((role) => one.roles.has(role)),
  }));
  return listed.sort(
    (one, other) => other.count - one.count || other.votes - one.votes || one.text.localeCompare(other.text),
  );
}
