// The pages of the site's roads: their names, and what they say before their scripts run.

export const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

// The page of each road, `ids[0]` being the main one's: index.html, then <id>.html beside it. Refuses an id that stands twice
// or that would take the place of another file of the site; `taken` are those besides.
export function pageNames(ids, taken = []) {
  const pages = new Set(taken);
  return ids.map((id, i) => {
    if (ids.indexOf(id) !== i) throw new Error(`Two roads have the id "${id}"; give one of them another.`);
    const page = i === 0 ? 'index.html' : `${id}.html`;
    if (pages.has(page))
      throw new Error(`The road "${id}" would overwrite ${page}, which the site needs; give it another id.`);
    pages.add(page);
    return page;
  });
}

// `source` with another road's title and summary. By functions: in a replacement text "$" has a meaning.
export function retitled(source, { title, summary }) {
  const name = escaped(title),
    about = escaped(summary);
  return source
    .replace(/<title>[^<]*/, () => `<title>${name} · Waymark`)
    .replace(/(<h1\b[^>]*>)[^<]*/, (_, tag) => tag + name)
    .replace(/(<meta name="description" content=")[^"]*/, (_, tag) => tag + about)
    .replace(/(<p class="lead">)[^<]*/, (_, tag) => tag + about);
}
