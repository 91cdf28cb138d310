/**
 * The address that opens an article: the page the person is on, as its address bar has it, with `?fanal-article=ID`. Only ever put on
 * their clipboard. The host's query is kept letter by letter (reading and writing it anew could change its meaning); parts that are
 * Fanal's own are not.
 */
export function articleAddress(page: string, articleId: string): string {
  const url = new URL(page)
  url.username = url.password = ''
  const own = url.search
    .slice(1)
    .split('&')
    .filter((part) => part && !part.startsWith('fanal-'))
  url.search = [...own, `fanal-article=${encodeURIComponent(articleId)}`].join('&')
  return url.href
}
