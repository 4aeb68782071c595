// Opens every form that may be written for one child, and checks and signs notes, one request after another; says the middle, the slowest in
// twenty, the slowest, and what the program's own processor's time was, which a busy machine does not change much.
//   node bench/forms.mjs http://localhost:PORT /children/NUMBER PROCESS
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
const [origin, page, pid] = process.argv.slice(2)
const processor = () => { // in ms; the kernel counts in hundredths of a second
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (+fields[11] + +fields[12]) * 10
}
let cookie = '', csrf = ''
const number = () => randomBytes(16).toString('hex')
async function ask(method, path, body) {
  const answer = await fetch(origin + path, { method, redirect: method === 'GET' ? 'follow' : 'manual', headers: { cookie, ...(body ? { 'content-type': 'application/json', 'x-csrf-token': csrf } : {}) },
    body: body && JSON.stringify(body) })
  for (const set of answer.headers.getSetCookie?.() ?? [answer.headers.get('set-cookie') ?? '']) if (set.startsWith('session=')) cookie = set.split(';')[0]
  const text = await answer.text()
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
  return text
}
async function timed(list, walk) {
  const began = performance.now()
  const answer = await walk()
  list.push(performance.now() - began)
  return answer
}
function told(what, list, goal, used) {
  const ordered = [...list].sort((left, right) => left - right)
  const at = (share) => ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))].toFixed(1)
  console.log(`${what}: ${list.length} times, middle ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, slowest ${at(1)} ms (goal ${goal} ms)${used === undefined ? '' : `; processor ${used.toFixed(1)} ms each`}`)
}
csrf = JSON.parse(await ask('POST', '/api/v1/session', { email: 'priya.anand@northmere.example', password: 'everyone here is invented' })).csrf
const child = page.split('/').pop()
const links = [...(await ask('GET', page)).matchAll(/href="(\/children\/\w+\/(?:visit|note\?type=[\w-]+))"/g)].map((one) => one[1])
const types = [...new Set([`${page}/visit`, ...links])]
const opened = [], slowest = []
let began = 0
for (let turn = 0; turn < 4; ++turn) {
  if (turn === 1) began = processor()
  for (const type of types) {
    const one = []
    await timed(one, () => ask('GET', type))
    if (turn > 0) { // the first look at each fills what is kept in memory
      opened.push(one[0])
      slowest.push([one[0], type.split('/').pop()])
    }
  }
}
told(`a form opens (${types.length} kinds)`, opened, 50, (processor() - began) / opened.length)
console.log(`slowest: ${slowest.sort((left, right) => right[0] - left[0]).slice(0, 3).map(([ms, type]) => `${type} ${ms.toFixed(1)} ms`).join(', ')}`)
const asked = JSON.parse(await ask('GET', `/api/v1/record-types/case-note?child=${child}`))
const kind = asked.items.find((one) => one.item === 'event-type')?.choices?.[0]
const checked = [], signed = []
let signing = 0
for (let turn = 0; turn < 60; ++turn) {
  const form = number()
  const fields = { 'when.day': '22', 'when.month': '12', 'when.year': '2026', 'item.people': 'nobody', 'item.event-type': kind,
    'item.happened': `You rang me, for the ${turn + 1} time, and told me about the painting club. ` + 'You said that it is fun. '.repeat(20) }
  const { draft } = JSON.parse(await ask('POST', '/api/v1/drafts', { form, child, type: 'case-note', fields }))
  const { findings } = JSON.parse(await ask('GET', '/api/v1/drafts/' + draft))
  await timed(checked, () => ask('GET', `/drafts/${draft}/check`))
  const kept = Object.fromEntries(findings.map((one) => [one.finding, 'own-word']))
  const before = processor()
  await timed(signed, () => ask('POST', `/api/v1/drafts/${draft}/signature`, { form, release: { how: 'together' }, kept }))
  signing += processor() - before
}
told('the page that checks it', checked, 50)
told('a note is signed', signed, 100, signing / signed.length)
