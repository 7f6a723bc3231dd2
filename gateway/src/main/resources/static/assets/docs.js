// Everything is set as text, never as markup: the documents come from the services.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

function json(value) {
  const pre = element('pre', JSON.stringify(value, null, 2));
  pre.tabIndex = 0;
  return pre;
}

function operation(method, path, it) {
  const details = element('details', '');
  const summary = element('summary', '', element('b', method.toUpperCase()), ' ', element('code', path), ' ', it.summary ?? '');
  details.append(summary);
  details.addEventListener('toggle', () => {
    if (details.childElementCount === 1) {
      const {tags, operationId, ...rest} = it;
      details.append(json(rest));
    }
  });
  return details;
}

function byTag(api) {
  const tags = new Map();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of METHODS.filter(it => operations[it])) {
      const tag = operations[method].tags[0];
      tags.set(tag, [...(tags.get(tag) ?? []), operation(method, path, operations[method])]);
    }
  }
  return [...tags].sort(([a], [b]) => a.localeCompare(b));
}

const api = await (await fetch('/openapi')).json();
const operations = document.getElementById('operations');
for (const [tag, list] of byTag(api)) {
  operations.append(element('section', '', element('h2', tag), ...list));
}
const schemas = element('details', '', element('summary', '数据结构 Schemas'), json(api.components));
operations.append(schemas);
if (api['x-unavailable'].length > 0) {
  document.getElementById('unavailable').textContent = `暂时不可用 unavailable: ${api['x-unavailable'].join(', ')}`;
}
