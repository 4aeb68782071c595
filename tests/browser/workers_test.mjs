// An installation that begins empty: the first administrator, a team and its people, an account behind a one-time address, the
// first child and the first visit. At a desk and on a phone, with script and without.
import { createHmac } from 'node:crypto'
import { claim, clean, device, journey, press, run_in_house, words_of } from './house.mjs'

const password = 'a kettle and a blue door'
const [this_year, this_month, this_day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date()).split('-')

// The code that a telephone shows (RFC 6238), so many steps of 30 seconds from now.
function code_of(address, steps = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...new URL(address).searchParams.get('secret')].filter((one) => one !== '=').map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((one) => parseInt(one, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0')
}

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[id="${name}"]`, value)
}

async function fill_day(page, name, day, month, year) {
  await fill(page, { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year })
}

async function sign_in(page, email, code) {
  await page.goto('/session')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.fill('[name=code]', code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

// The same session on another device's screen.
async function as_well(house, one, how) {
  const other = await device(house, how)
  await other.context.addCookies(await one.context.cookies())
  return other
}

const no_complaints = (one) => claim(one.complaints.length === 0, one.complaints.join('\n'))

async function first_administrator(house) {
  const one = await device(house)
  const way = house.printed().match(/\/first\?code=\w+/)
  claim(way, `nobody is told where to sign up: ${house.printed()}`)
  await one.page.goto(way[0])
  await clean(one.page, 'the page of the first administrator')
  await fill(one.page, { 'full-name': 'Ada Quaye', email: 'ada.quaye@northmere.example', password })
  await press(one.page, 'Sign up')
  const secret = await one.page.locator('#code-secret').innerText()
  await sign_in(one.page, 'ada.quaye@northmere.example', code_of(secret))
  const words = await words_of(one.page)
  claim(words.includes('You are the only administrator') && words.includes('There is no team yet'), `the first page does not say what comes first: ${words}`)
  claim(await one.page.locator('#find').count() === 0, 'an administrator is offered to find a child')
  await clean(one.page, 'Home of an administrator')
  return one
}

async function nonsense(house, ada) {
  const { page } = ada
  for (const path of ['/workers/registration', '/teams/registration']) {
    await page.goto(path)
    await clean(page, path)
    await fill_day(page, 'from', '31', '2', '2026')
    await page.locator('main form button').last().click()
    claim((await page.title()).startsWith('Error: '), `${path} takes an empty form`)
    claim((await page.content()).includes('There is no 31 2 2026 in the calendar'), `${path} takes 31 February`)
    claim(await page.inputValue('[id="from.day"]') === '31', 'what was typed is gone')
    await clean(page, `${path}, refused`)
    await fill(page, { [path === '/teams/registration' ? 'name' : 'full-name']: 'x'.repeat(300) })
    await page.locator('main form button').last().click()
    claim((await page.content()).includes('Write at most 200 letters here'), `${path} takes three hundred letters`)
  }
  await page.goto('/workers/registration')
  await fill(page, { 'full-name': '<script>document.title = "gone"</script>' })
  await page.locator('main form button').last().click()
  claim((await page.title()).startsWith('Error: Register a worker'), 'script in a name is carried out')
}

async function register_worker(page, name, designation, role, team) {
  await page.goto('/workers/registration')
  await fill(page, { 'full-name': name, designation })
  await page.getByLabel(role, { exact: true }).check()
  await page.selectOption('#team', { label: team })
  await press(page, 'Register')
  claim((await page.content()).includes(`${name} is registered`), `${name} is not registered: ${(await words_of(page)).slice(0, 400)}`)
  return new URL(page.url()).pathname
}

async function team_and_people(ada) {
  const { page } = ada
  await page.goto('/teams/registration')
  await fill(page, { name: 'Family Team North', area: 'Millbrook', telephone: '01632 960 110' })
  await press(page, 'Register')
  claim((await words_of(page)).includes('Family Team North, 0 workers'), 'the team is not there')
  const manager = await register_worker(page, 'Nora Teal', 'Team Manager', 'Team Manager', 'Family Team North')
  const worker = await register_worker(page, 'Owen Lark', 'Social Worker', 'Social Worker', 'Family Team North')
  await page.goto(`${worker}/manager`)
  await clean(page, 'the page of a manager')
  await page.selectOption('#manager', { label: 'Nora Teal, Team Manager, Family Team North' })
  await press(page, 'Keep the manager')
  claim((await words_of(page)).includes('Nora Teal, Team Manager, Family Team North'), 'the manager does not stand there')
  await clean(page, 'the page of a worker')
  await page.goto('/workers')
  await fill(page, { 'find-worker': 'owen' })
  await press(page, 'Find by name')
  claim(/1 worker found/.test(await words_of(page)) && !page.url().includes('owen'), 'he is not found, or his name stands in the address')
  return { manager, worker }
}

async function give_account(ada, who) {
  await ada.page.goto(who)
  await press(ada.page, 'Give an account')
  await clean(ada.page, 'the page of a one-time address')
  return new URL(await ada.page.locator('#joining-address').innerText()).pathname + new URL(await ada.page.locator('#joining-address').innerText()).search
}

async function join(house, address, email, how) {
  const one = await device(house, how)
  const { page } = one
  await page.goto(address)
  await clean(page, 'the page behind a one-time address')
  await press(page, 'Go on')
  claim((await page.title()).startsWith('Error: '), 'an account without a password')
  await clean(page, 'the page behind a one-time address, refused')
  await fill(page, { email, password, again: password })
  await press(page, 'Go on')
  const secret = await page.locator('#code-secret').innerText()
  await clean(page, 'the page of the codes')
  await page.fill('#digits', '000')
  await press(page, 'Take up the account')
  claim((await page.content()).includes('This code does not fit'), 'any code is taken')
  await page.fill('#digits', code_of(secret))
  await press(page, 'Take up the account')
  claim((await words_of(page)).includes('Your account holds'), `the account does not hold: ${await words_of(page)}`)
  await page.goto(address)
  claim((await words_of(page)).includes('It opens once'), 'an address opens twice')
  await sign_in(page, email, code_of(secret, 1)) // the code that was shown is spent
  no_complaints(one)
  return one
}

async function first_child(owen) {
  const { page } = owen
  await page.goto('/children/opening')
  await clean(page, 'the page that starts a record')
  await press(page, 'Start the record')
  claim((await page.title()).startsWith('Error: '), 'a record of nobody')
  await clean(page, 'the page that starts a record, refused')
  await fill(page, { name: 'Wilf Aster', 'told-by': 'Rosa Quill, teacher', told: 'He came to school without a coat.', 'family-name': 'Aster' })
  await page.getByLabel('he', { exact: true }).check()
  await fill_day(page, 'born', '2', '5', '2019')
  await fill_day(page, 'known-on', this_day, this_month, this_year)
  await press(page, 'Start the record')
  const words = await words_of(page)
  claim(words.includes('The record is begun') || (await page.content()).includes('The record is begun'), `it is not begun: ${words.slice(0, 600)}`)
  claim(words.includes('Wilf Aster') && words.includes('born 2 May 2019'), 'the child is not there')
  return new URL(page.url()).pathname
}

async function first_visit(owen, child) {
  const { page } = owen
  await page.goto(`${child}/visit`)
  await page.fill('[id="item.happened"]', 'Today I came to see you because your teacher told us about your coat. You showed me your new boots.')
  await page.fill('[id="item.child-views.words"]', 'The boots are warm.')
  await page.getByLabel('told me, alone', { exact: true }).check()
  await page.fill('[id="item.think"]', 'I think you are warm enough now.')
  await page.fill('[id="item.actions.1.what"]', 'I will ring your school about a coat.')
  await page.locator('[name="item.purpose"]').first().check()
  await page.getByLabel('Seen alone', { exact: true }).check()
  await page.getByLabel('Nobody else', { exact: true }).check()
  await page.locator('[name="item.bedroom"][value=yes]').check()
  await fill_day(page, 'when', this_day, this_month, this_year)
  await press(page, 'Check and sign')
  await page.waitForURL(/\/check$/)
  await press(page, 'Sign')
  claim((await words_of(page)).includes("Signed. It is in Wilf's story"), `it is not signed: ${(await words_of(page)).slice(0, 800)}`)
}

async function handed_over(nora, child) {
  const { page } = nora
  await page.goto(child)
  await press(page, 'Who works with Wilf')
  await clean(page, 'the page of an allocation')
  await press(page, 'Keep this')
  claim((await page.title()).startsWith('Error: '), 'nobody is chosen, and it is kept')
  await clean(page, 'the page of an allocation, refused')
  await page.selectOption('#worker', { label: 'Nora Teal, Team Manager, Family Team North' })
  await page.getByLabel(/^allocated worker/).check()
  await press(page, 'Keep this')
  claim((await page.content()).includes('Kept: who works with Wilf.'), 'it is not kept')
  await page.goto(`${child}/allocation`)
  claim((await words_of(page)).includes('Nora Teal, allocated worker, from '), 'she is not the allocated worker')
}

async function has_left(house, ada, who, owen) {
  const phone = await as_well(house, ada, { width: 360, script: false })
  await phone.page.goto(who)
  await press(phone.page, 'Owen Lark has left')
  await press(phone.page, 'They have left')
  claim((await words_of(phone.page)).includes('Owen Lark has left') || (await phone.page.content()).includes('Owen Lark has left'), 'he is still here')
  await owen.page.goto('/children')
  claim(new URL(owen.page.url()).pathname === '/session', 'he can still read')
  await phone.close()
}

async function looked_at_on_a_phone(house, ada, paths) {
  const phone = await as_well(house, ada, { width: 360 })
  for (const path of paths) {
    await phone.page.goto(path)
    await clean(phone.page, `${path} at 360 px`)
  }
  no_complaints(phone)
  await phone.close()
}

await run_in_house(async (house) => {
  let ada, people, owen, nora, child
  await journey('the first administrator signs up and is told what comes first', async () => { ada = await first_administrator(house) })
  await journey('nonsense is refused in words and stays in its boxes', () => nonsense(house, ada))
  await journey('a team, its manager and a worker', async () => { people = await team_and_people(ada) })
  await journey('their pages at 360 px', () => looked_at_on_a_phone(house, ada, ['/', '/workers', '/workers/registration', '/teams/registration', people.worker, `${people.worker}/details`,
    `${people.worker}/manager`, `${people.worker}/leaving`, '/account']))
  await journey('an account behind a one-time address, on a phone without script', async () => {
    owen = await join(house, await give_account(ada, people.worker), 'owen.lark@northmere.example', { width: 360, script: false })
  })
  await journey('the same at a desk with script', async () => { nora = await join(house, await give_account(ada, people.manager), 'nora.teal@northmere.example', {}) })
  await journey('the worker starts the first record, at a desk', async () => {
    owen = await as_well(house, owen, {})
    child = await first_child(owen)
  })
  await journey('and records the first visit', () => first_visit(owen, child))
  await journey('the manager gives the child to somebody else', () => handed_over(nora, child))
  await journey('whoever has left is signed out at once', () => has_left(house, ada, people.worker, owen))
}, { empty: true })
