// What the server's memory grows by while a long file goes in and comes out again: the most of its own pages (RssAnon, looked at every 10 ms). Pages of the
// book that SQLite maps are the machine's cache and no memory of the program's; they are told apart. Run it on the machine of a demonstration that somebody serves.
//   node bench/long_files.mjs http://localhost:PORT PID 199
// Puts a sound of so many MB into Tilly Barrow's record: by a form, as without script, and in pieces, as with it; signs both; takes one out whole, and a part.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import http from 'node:http'

const [origin, process_number, megabytes] = process.argv.slice(2)
const length = +megabytes << 20
const noise = randomBytes(1 << 20)
let cookie = '', csrf = ''
const form = () => randomBytes(16).toString('hex')

// A WAV that lasts: its head, and noise after it.
function head() {
  const bytes = Buffer.alloc(44)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(44100, 24)
  bytes.writeUInt32LE(88200, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(length - 44, 40)
  return bytes
}
const piece_at = (from, size) => {
  const bytes = Buffer.from(noise.subarray(0, Math.min(size, length - from)))
  if (from === 0) head().copy(bytes)
  return bytes
}

function ask(method, path, headers, send = (request) => request.end()) {
  return new Promise((done, fail) => {
    const request = http.request(origin + path, { method, headers: { cookie, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin', ...headers } }, (answer) => {
      let came = 0
      const words = []
      answer.on('data', (bytes) => {
        came += bytes.length
        if (came < 1 << 20) words.push(bytes)
      })
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, came, words: Buffer.concat(words).toString() }))
    })
    request.on('error', fail)
    send(request)
  })
}
async function json(method, path, body) {
  const answer = await ask(method, '/api/v1' + path, { 'content-type': 'application/json' }, (request) => request.end(body && JSON.stringify(body)))
  for (const set of answer.headers['set-cookie'] ?? []) if (set.startsWith('session=')) cookie = set.split(';')[0]
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.words}`)
  return answer.words ? JSON.parse(answer.words) : {}
}
const status = (name) => +readFileSync(`/proc/${process_number}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1] / 1024

async function measured(what, act) {
  const before = status('RssAnon'), began = Date.now()
  let highest = before
  const looking = setInterval(() => { highest = Math.max(highest, status('RssAnon')) }, 10)
  const said = await act()
  clearInterval(looking)
  console.log(`${what}: ${((Date.now() - began) / 1000).toFixed(1)} s; ${before.toFixed(0)} MB before, ${highest.toFixed(0)} MB at the most (mapped of the book: ${status('RssFile').toFixed(0)} MB)`)
  return said
}

const fields = { 'when.day': '22', 'when.month': '12', 'when.year': '2026', 'item.what-it-is': 'drawing or writing of yours', 'item.content': 'You sang for Nan.',
  'item.from-whom.1.name': 'Maureen Barrow', 'item.from-whom.1.who': 'nan', 'item.belongs': 'a copy: you have the original' }

async function by_a_form(draft) {
  const before = Buffer.from(`--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="song.wav"\r\n\r\n`)
  const after = Buffer.from('\r\n--b--\r\n')
  const answer = await ask('POST', `/drafts/${draft}/files/kept`, { 'content-type': 'multipart/form-data; boundary=b', 'content-length': before.length + length + after.length },
    async (request) => {
      request.write(before)
      for (let at = 0; at < length; at += noise.length)
        if (!request.write(piece_at(at, noise.length))) await new Promise((drained) => request.once('drain', drained))
      request.end(after)
    })
  if (answer.status !== 303) throw new Error(`by a form: ${answer.status} ${answer.words.slice(0, 2000)}`)
}

async function in_pieces(draft) {
  const at = `/drafts/${draft}/files/kept/arriving`
  const words = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const { file } = JSON.parse((await ask('POST', at, words, (request) => request.end(`name=song.wav&length=${length}&mark=${form()}`))).words)
  for (let from = 0; from < length; from += noise.length) {
    const answer = await ask('POST', `${at}/${file}?from=${from}`, { 'content-type': 'application/octet-stream', accept: 'application/json' }, (request) => request.end(piece_at(from, noise.length)))
    if (answer.status !== 200) throw new Error(`a piece: ${answer.status} ${answer.words}`)
  }
  const ended = await ask('POST', `${at}/${file}/end`, words)
  if (ended.status !== 200) throw new Error(`the end: ${ended.status} ${ended.words}`)
}

csrf = (await json('POST', '/session', { email: 'priya.anand@northmere.example', password: 'everyone here is invented' })).csrf
const child = (await json('GET', '/children')).children.find((one) => one.name === 'Tilly Barrow').child
async function signed(what, put) {
  const number = form()
  const { draft } = await json('POST', '/drafts', { form: number, child, type: 'filed-document', fields })
  await measured(what, () => put(draft))
  return (await json('POST', `/drafts/${draft}/signature`, { form: number, release: { how: 'together' } })).entry
}
const entry = await signed(`${megabytes} MB in by a form`, by_a_form)
await signed(`${megabytes} MB in by pieces of 1 MB`, in_pieces)
const { documents } = await json('GET', `/children/${child}/documents`)
const { file } = documents.find((one) => one.entry === entry).files[0]
const path = `/children/${child}/entries/${entry}/files/${file}`
const out = await measured(`${megabytes} MB out`, () => ask('GET', path, {}))
if (out.status !== 200 || out.came !== length) throw new Error(`out: ${out.status}, ${out.came} bytes`)
const part = await measured('1 MB from its middle', () => ask('GET', `${path}/shown`, { range: `bytes=${length / 2}-${length / 2 + (1 << 20) - 1}` }))
if (part.status !== 206 || part.came !== 1 << 20) throw new Error(`a part: ${part.status}, ${part.came} bytes`)
