// Long files: brought in pieces with a bar that says how much is here, gone on with after a lost line and after a reload, brought whole without script, refused
// in words; and a sound that plays in the page from its middle. At a desk and on a phone.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { child_of, claim, clean, journey, press, run_in_house, signed_in, words_of } from './house.mjs'

const minutes = 2

// A sound that a browser plays: a low note, long enough to come in pieces.
function sound() {
  const rate = 44100, count = rate * 60 * minutes
  const bytes = Buffer.alloc(44 + 2 * count)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  for (const [at, value, size] of [[16, 16, 4], [20, 1, 2], [22, 1, 2], [24, rate, 4], [28, 2 * rate, 4], [32, 2, 2], [34, 16, 2]]) bytes.writeUIntLE(value, at, size)
  bytes.write('data', 36)
  bytes.writeUInt32LE(2 * count, 40)
  for (let at = 0; at < count; ++at) bytes.writeInt16LE(Math.round(9000 * Math.sin(2 * Math.PI * 220 * at / rate)), 44 + 2 * at)
  return bytes
}
const song = sound()
const folder = mkdtempSync(join(tmpdir(), 'lifestory-files-'))

// From the disk, as a person chooses one: the same file again has the same day.
function chosen(page, name = 'song.wav', bytes = song) {
  const path = join(folder, name)
  if (!existsSync(path)) writeFileSync(path, bytes)
  return page.setInputFiles('[name=files]', path)
}

async function begin_letter(page) {
  await page.goto(`${await child_of(page, 'Tilly')}/note?type=letter`)
  await page.fill('[name="item.content"]', 'You sang for Nan.')
  await press(page, 'Put a file with this')
}

async function goes_on(house, width) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width })
  await begin_letter(page)
  let came = 0, is_cut = true
  await page.route(/\/arriving\/\w+\?from=/, (route) => {
    came += 1
    return is_cut && came > 4 ? route.abort() : route.continue()
  })
  await chosen(page)
  await page.getByRole('button', { name: 'Put it with this' }).click()
  await page.getByText('No connection. What came is kept, and it goes on by itself.').first().waitFor()
  await clean(page, 'a file whose line was lost')
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  claim(/song\.wav: 4\.0 MB of 10\.1 MB are here/.test(await words_of(page)), `what came is not said: ${(await words_of(page)).slice(0, 500)}`)
  await clean(page, 'a file that is not all here')
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/not-all-here-${width}.png`, fullPage: true })
  is_cut = false
  came = 0
  await chosen(page)
  await page.getByRole('button', { name: 'Put it with this' }).click()
  await page.getByText('song.wav (sound (WAV), 10.1 MB)').waitFor()
  claim(came === 7, `${came} pieces were sent after the cut, not the seven that were missing`)
  claim(!(await words_of(page)).includes('Not all here yet'), 'it still arrives')
  claim(complaints.filter((one) => !/Failed to load resource|ERR_FAILED/.test(one)).length === 0, complaints.join('\n'))
  await close()
}

async function is_refused(house, width) {
  const { page, close } = await signed_in(house, 'priya.anand', { width })
  await begin_letter(page)
  await chosen(page, 'song.mp4')
  await page.getByRole('button', { name: 'Put it with this' }).click()
  await page.getByText('song.mp4 is no film (MP4): what is in it is sound (WAV).').waitFor()
  await clean(page, 'a long file that lies about its kind')
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/refused-${width}.png`, fullPage: true })
  await page.reload()
  claim(!(await words_of(page)).includes('Not all here yet'), 'what was refused is still kept')
  await close()
}

// Of several chosen at once the good ones are kept, by the script too; the bad one is named.
async function good_beside_bad(house, width) {
  const { page, close } = await signed_in(house, 'priya.anand', { width })
  await begin_letter(page)
  for (const [name, bytes] of [['first.wav', song], ['lies.mp4', song], ['last.txt', Buffer.from('You sang for Nan.')]]) writeFileSync(join(folder, name), bytes)
  await page.setInputFiles('[name=files]', ['first.wav', 'lies.mp4', 'last.txt'].map((name) => join(folder, name)))
  await page.getByRole('button', { name: 'Put it with this' }).click()
  await page.getByText('lies.mp4 is no film (MP4): what is in it is sound (WAV).').waitFor()
  await clean(page, 'a bad file among good ones')
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/good-beside-bad-${width}.png`, fullPage: true })
  await press(page, 'Go on with them')
  const words = await words_of(page)
  claim(words.includes('first.wav (sound') && words.includes('last.txt (plain text') && !words.includes('lies.mp4'), `the good ones are not kept: ${words.slice(0, 600)}`)
  await close()
}

// What is chosen after a long file was refused goes to the draft that was begun for that one, however short it is.
async function another_after_a_refusal(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  await page.goto(`${await child_of(page, 'Tilly')}/documents/adding`)
  await chosen(page, 'song.mp4')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('song.mp4 is no film (MP4): what is in it is sound (WAV).').waitFor()
  await chosen(page, 'said.txt', Buffer.from('You sang for Nan.'))
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(/\/drafts\/\w+$/)
  claim((await words_of(page)).includes('said.txt'), 'the file chosen after the refused one was left out')
  await close()
}

async function given_up(house) {
  const { page, close } = await signed_in(house, 'priya.anand')
  await begin_letter(page)
  let came = 0
  await page.route(/\/arriving\/\w+\?from=/, (route) => (++came > 2 ? route.abort() : route.continue()))
  await chosen(page)
  await page.getByRole('button', { name: 'Put it with this' }).click()
  await page.getByText('No connection. What came is kept').first().waitFor()
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: /^Give it up/ }).click()
  await page.waitForLoadState()
  claim(!(await words_of(page)).includes('song.wav'), 'it was not given up')
  await close()
}

const email = Buffer.from(['From: Helen Marsh <head@school.example>', "Subject: Tilly's week", 'Date: Mon, 7 Dec 2026 15:04:05 +0000', 'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=c', '', '--c', 'Content-Type: text/plain; charset=utf-8', '', 'She was here every day.', '--c',
  'Content-Type: text/plain', 'Content-Disposition: attachment; filename="marks.txt"', '', 'Maths: well done.', '--c--', ''].join('\r\n'))

async function an_email(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width, script })
  await page.goto(`${await child_of(page, 'Tilly')}/note?type=letter`)
  await page.getByLabel('Received', { exact: true }).check()
  await press(page, 'Put a file with this')
  await chosen(page, 'week.eml', email)
  await press(page, 'Put it with this')
  claim((await words_of(page)).includes('marks.txt (plain text, 1 KB)') && (await words_of(page)).includes('7 December 2026, 15:04'), (await words_of(page)).slice(0, 800))
  await clean(page, 'an e-mail that was taken apart')
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/email-${width}.png`, fullPage: true })
  await press(page, 'Go on with the words')
  claim((await words_of(page)).includes('Taken from week.eml, for you to look at:'), 'it is not said where the words are from')
  claim((await page.inputValue('[name="item.content"]')).includes('She was here every day.'), 'its words are not in the note')
  claim(await page.inputValue('[name="item.when-came.time"]') === '15:04', 'its time is not in the note')
  await clean(page, 'the note with what the e-mail says')
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

async function sign_with(page, child, name, bytes) {
  await page.goto(`${child}/documents`)
  await press(page, 'Put in a document')
  await chosen(page, name, bytes)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL(/\/drafts\/\w+$/)
  claim((await words_of(page)).includes(name), 'it is not with the draft')
  await page.getByLabel('Drawing or writing of yours', { exact: true }).first().check()
  await page.fill('[name="item.content"]', 'You sang for Nan.')
  await page.locator('details', { hasText: 'Somebody who is not in the list' }).first().evaluate((one) => { one.open = true })
  await page.fill('[name="item.from-whom.1.name"]', 'Maureen Barrow')
  await page.fill('[name="item.from-whom.1.who"]', 'nan')
  await page.getByLabel('A copy: you have the original', { exact: true }).check()
  await press(page, 'Check and sign')
  await press(page, 'Sign')
  await page.goto(`${child}/documents`)
  await page.goto((await page.locator('main a[download]').filter({ hasText: name }).first().getAttribute('href')).replace(/\/files\/.*/, ''))
  await clean(page, `an entry with ${name}`)
}

// A second of a red square, as this browser films it.
const filmed = (page) => page.evaluate(async () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' })
  const pieces = []
  recorder.ondataavailable = (one) => pieces.push(one.data)
  const paint = setInterval(() => {
    const brush = canvas.getContext('2d')
    brush.fillStyle = `hsl(${Math.random() * 30} 90% 50%)`
    brush.fillRect(0, 0, 64, 64)
  }, 40)
  recorder.start()
  await new Promise((done) => setTimeout(done, 1200))
  await new Promise((done) => { recorder.onstop = done; recorder.stop() })
  clearInterval(paint)
  return Array.from(new Uint8Array(await new Blob(pieces).arrayBuffer()))
})

async function a_film(house) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand')
  await sign_with(page, await child_of(page, 'Tilly'), 'play.webm', Buffer.from(await filmed(page)))
  const played = await page.locator('video').first().evaluate(async (player) => {
    player.muted = true
    const ended = new Promise((done) => player.addEventListener('ended', done, { once: true }))
    await player.play()
    await Promise.race([ended, new Promise((done) => setTimeout(done, 4000))])
    return { at: player.currentTime, wide: player.videoWidth, error: player.error && player.error.message }
  })
  claim(played.wide === 64 && played.at > 0.3 && !played.error, `it does not play: ${JSON.stringify(played)}`)
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

// Signed and played: the page says so of itself, by the browser's own player.
async function plays(house, width, script) {
  const { page, complaints, close } = await signed_in(house, 'priya.anand', { width, script })
  await sign_with(page, await child_of(page, 'Tilly'), 'song.wav', song)
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/sound-${width}.png`, fullPage: true })
  if (script) {
    const asked = []
    page.on('response', (answer) => { if (/\/shown$/.test(answer.url())) asked.push(answer.status()) })
    const played = await page.locator('audio').first().evaluate(async (player) => {
      player.muted = true
      await player.play()
      player.currentTime = 90
      await new Promise((done) => player.addEventListener('seeked', done, { once: true }))
      await new Promise((done) => setTimeout(done, 600))
      return { length: player.duration, at: player.currentTime, error: player.error && player.error.message }
    })
    claim(Math.abs(played.length - 60 * minutes) < 1 && played.at > 90, `it does not play from its middle: ${JSON.stringify(played)}`)
    claim(asked.includes(206), `no part was asked for: ${asked}`)
  }
  claim(complaints.length === 0, complaints.join('\n'))
  await close()
}

await run_in_house(async (house) => {
  await journey('a long file goes on after a lost line and a reload', () => goes_on(house, 1280))
  await journey('a long file goes on after a lost line and a reload, on a phone', () => goes_on(house, 360))
  await journey('a long file that lies about its kind is refused in words', () => is_refused(house, 360))
  await journey('a file chosen after a refused one is put in', () => another_after_a_refusal(house))
  await journey('a long file is given up', () => given_up(house))
  await journey('good files are kept beside a bad one', () => good_beside_bad(house, 360))
  await journey('an e-mail is taken apart', () => an_email(house, 1280, true))
  await journey('an e-mail is taken apart on a phone without script', () => an_email(house, 360, false))
  await journey('a sound plays from its middle', () => plays(house, 1280, true))
  await journey('a film plays', () => a_film(house))
  await journey('a sound is brought whole without script', () => plays(house, 360, false))
})
rmSync(folder, { recursive: true })
