// Makes a demonstration child's record longer through the JSON interface, as a worker would: visits of about 350 words,
// each with its release and a comment, until the record holds at least ENTRIES; with DOCUMENTS, as many photographs as well. Prints the page's address, and
// with DOCUMENTS how long it and the page of documents take to open, the middle and the longest of 50.
//   node bench/long_record.mjs http://localhost:PORT "Tilly Barrow" 500 [300]
import { randomBytes } from 'node:crypto';
const [origin, name, entries, documents] = process.argv.slice(2);
const api = origin + '/api/v1';
let cookie = '', csrf = '';
const form = () => randomBytes(16).toString('hex');
async function send(method, path, body) {
  const answer = await fetch(api + path, { method, headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, cookie },
    body: body && JSON.stringify(body) });
  for (const set of answer.headers.getSetCookie?.() ?? [answer.headers.get('set-cookie') ?? ''])
    if (set.startsWith('session=')) cookie = set.split(';')[0];
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : {};
}
csrf = (await send('POST', '/session', { email: 'priya.anand@northmere.example', password: 'everyone here is invented' })).csrf;
const child = (await send('GET', '/children')).children.find((one) => one.name === name).child;
const type = await send('GET', '/record-types/visit?child=' + child);
const chosen = (item) => type.items.find((one) => one.item === item)?.choices?.[0];
const sentence = 'You told me about the shed, and how the rain came in over the bikes. ';
function fields(turn) {
  return { 'when.day': '22', 'when.month': '12', 'when.year': '2026', 'when.time': '16:30', 'item.seen': 'seen alone', 'item.bedroom': 'yes',
    'item.happened': `This was visit number ${turn}. ` + sentence.repeat(22), 'item.place': "Nan's", 'item.people': 'nobody',
    'item.child-views.words': 'I want to go on with painting.', 'item.child-views.how': 'talking alone', 'item.think': 'I think you are more settled.',
    'item.significant': 'no', 'item.purpose': chosen('purpose'), 'item.visit-kind': chosen('visit-kind'),
    'item.actions.1.what': 'Bring new paints', 'item.actions.1.who': 'Priya Anand' };
}
const held = async () => (await send('GET', '/children/' + child)).story.length;
for (let turn = 1, made = await held(); made < +entries; ++turn, made += 3) {
  const number = form();
  const { draft } = await send('POST', '/drafts', { form: number, child, type: 'visit', fields: fields(turn) });
  const { findings } = await send('GET', '/drafts/' + draft);
  const kept = Object.fromEntries(findings.map((one) => [one.finding, 'own-word']));
  const { entry } = await send('POST', `/drafts/${draft}/signature`, { form: number, release: { how: 'together' }, kept });
  await send('POST', `/children/${child}/entries/${entry}/comment`, { form: form(), words: 'We read this with you on Thursday.' });
}

const photograph = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
async function put_in(draft) {
  const part = (words, more = '') => `--b\r\nContent-Disposition: form-data; name="${words}"${more}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(part('csrf') + csrf + '\r\n' + part('files', '; filename="mug.png"')), photograph, Buffer.from('\r\n--b--\r\n')]);
  const answer = await fetch(`${origin}/drafts/${draft}/files/kept`, { method: 'POST', redirect: 'manual', body,
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' } });
  if (answer.status !== 303) throw new Error(`a photograph: ${answer.status} ${await answer.text()}`);
}
for (let made = 0; made < +(documents ?? 0); ++made) {
  const number = form();
  const { draft } = await send('POST', '/drafts', { form: number, child, type: 'filed-document', fields: { 'when.day': '22', 'when.month': '12', 'when.year': '2026',
    'item.what-it-is': 'photograph', 'item.content': `The mug that you painted, photograph ${made + 1}.`, 'item.from-whom.1.name': 'Maureen Barrow',
    'item.from-whom.1.who': 'nan', 'item.belongs': 'a copy: you have the original' } });
  await put_in(draft);
  await send('POST', `/drafts/${draft}/signature`, { form: number, release: { how: 'together' } });
}
console.log('/children/' + child);

async function time_of(path) {
  const took = [];
  let length = 0;
  for (let turn = 0; turn < 50; ++turn) {
    const began = performance.now();
    const answer = await fetch(origin + path, { headers: { cookie } });
    length = (await answer.text()).length;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    took.push(performance.now() - began);
  }
  took.sort((one, other) => one - other);
  console.log(`${path.replace(child, '{child}')}: ${took[25].toFixed(1)} ms, longest ${took[49].toFixed(1)} ms, ${Math.round(length / 1024)} KB`);
}
if (documents) for (const page of ['', '/documents', '/story']) await time_of(`/children/${child}${page}`);
