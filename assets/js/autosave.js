// Keeps the form in any state within three seconds of the last key: on the server, and sealed on this device until the
// server has answered. What is sent and answered is told in src/web/html/draft.h.
import { show_asked } from './asked.js'
import { cursor_in, fields_of, merge, put_all_back, return_to_word, set_versions, versions_of, words_of } from './boxes.js'
import { Due } from './due.js'
import { Findings } from './findings.js'
import { forget, keep, kept, kept_anywhere } from './kept.js'
import { ReadingAge } from './reading_age.js'
import { show_lengths } from './lengths.js'
import { SavedLine } from './saved_line.js'
import { LostLine, clock_time, csrf, make, post } from './talk.js'
import { tell_differences, tell_proposed, tell_states } from './told.js'

const rest = 1500 // milliseconds after the last key
const longest = 8000 // and while somebody writes on without a rest
const most_to_outlive = 60000 // bytes that a request may have which outlives its page
const arriving = 10000 // milliseconds in which words may still be on their way when the page is opened again

class Draft {
  constructor(form) {
    this.form = form
    this.line = new SavedLine(document.getElementById('saved-line'))
    this.findings = new Findings(form, () => this.touched())
    this.due = new Due()
    this.reading_age = new ReadingAge()
    this.is_changed = false
    this.is_leaving = false
    this.under_way = null // the request that is
    this.unanswered = null // what was sent last, until it is answered: it may have arrived, or not
    this.before = [] // and what was sent before it that nobody answered
    this.lost_since = null
    this.waits = 5
    this.sent = this.words()
    this.locked = () => {}
    this.renewed = () => {}
  }

  begin() {
    this.form.addEventListener('input', () => this.touched())
    this.form.addEventListener('change', () => this.touched())
    this.form.addEventListener('submit', (event) => this.submitted(event))
    window.addEventListener('online', () => this.save())
    window.addEventListener('pagehide', () => this.leave())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.leave()
      else if (this.is_lost()) this.save()
    })
    return_to_word(this.form, this.value('cursor'))
    this.take_back_kept().then(() => this.catch_up())
  }

  field(name) {
    return this.form.elements.namedItem(name)
  }

  value(name) {
    return this.field(name)?.value ?? ''
  }

  // The draft's number, or before there is one the form's: both random.
  name() {
    return this.value('draft') || this.value('form_number') || this.form.dataset.save
  }

  words() {
    return words_of(this.form)
  }

  is_lost() {
    return this.lost_since !== null
  }

  is_unsent() {
    return this.is_changed || this.unanswered !== null || this.is_lost()
  }

  touched() {
    this.is_changed = true
    this.first_touch ??= Date.now()
    this.findings.typed()
    clearTimeout(this.timer)
    const left = Math.max(0, this.first_touch + longest - Date.now())
    this.timer = setTimeout(() => this.save(), Math.min(rest, left))
  }

  // The words as they stand are what goes next. Behind them goes what nobody answered: if that arrived, these follow it.
  take_words() {
    try { sessionStorage.setItem('sent', `${this.name()} ${Date.now()}`) } catch { /* a browser that keeps nothing */ }
    const cursor = cursor_in(this.form)
    if (cursor && this.field('cursor')) this.field('cursor').value = cursor
    const fields = fields_of(this.form)
    const body = fields.toString()
    for (const earlier of this.before) fields.append('unanswered', earlier)
    this.unanswered = { address: this.form.dataset.save, fields, body, words: this.words() }
    this.is_changed = false
    this.first_touch = null
  }

  // One at a time. What was not answered goes again as it was, before anything newer: had it arrived, it changes nothing.
  async save() {
    clearTimeout(this.timer)
    if (this.is_leaving || this.is_locked || !this.is_unsent()) return
    if (!this.under_way) {
      if (!this.unanswered) this.take_words()
      this.saving = this.send(false)
    }
    this.keep_here()
    await this.saving
  }

  async send(keepalive) {
    const sent = this.unanswered
    const request = { stop: new AbortController(), keepalive }
    this.under_way = request
    const slow = setTimeout(() => { if (!this.is_lost()) this.line.saving() }, 1000)
    try {
      sent.fields.set('csrf', csrf())
      const { status, body } = await post(sent.address, sent.fields, request).finally(() => clearTimeout(slow))
      if (request === this.under_way) await this.answered(status, body, sent)
    } catch (error) {
      if (!(error instanceof LostLine)) throw error
      if (request === this.under_way) await this.lost()
    } finally {
      if (request === this.under_way) this.sent_and_done()
    }
  }

  sent_and_done() {
    this.under_way = null
    if (this.is_changed && !this.is_lost()) this.touched()
  }

  async answered(status, body, sent) {
    if (status === 401) {
      await this.keep_here()
      return this.locked()
    }
    this.unanswered = null
    this.lost_since = null
    if (status === 200) return this.saved(body, sent)
    if (this.own_number && !this.value('draft')) return this.begin_anew()
    this.is_changed = false // trying the same again would be refused again; the next key tries anew
    this.before = [] // refused words are not sent behind newer ones, not even by this page opened again
    this.keep_here()
    this.line.not_saved(() => this.all_words(), body?.message)
  }

  async saved(body, sent) {
    this.sent = sent.words
    this.before = []
    this.waits = 5
    if (body.draft && body.draft !== this.value('draft')) this.made(body)
    set_versions(this.form, body.versions ?? { version: body.version })
    this.line.also_open(body.others ?? [])
    this.line.saved(body.saved_line ?? `Saved ${clock_time()}`)
    merge(this.form, this.sent, body.merged ?? {})
    show_asked(this.form)
    tell_proposed(body.proposed ?? {})
    tell_states(body.parts ?? {})
    if (body.differences) tell_differences(this.form, body)
    this.findings.found(body.findings ?? [])
    this.due.update(body.due)
    this.reading_age.update(body.reading_age)
    show_lengths(body.lengths)
    this.renewed(body)
    await forget(this.name()).catch(() => {})
  }

  // The first word made a draft: from now on the page is the draft's.
  made(body) {
    forget(this.name()).catch(() => {})
    this.field('draft').value = body.draft
    if (body.offline_key) this.form.dataset.offlineKey = body.offline_key
    if (!body.save) return
    this.form.dataset.save = body.save
    history.replaceState(history.state, '', body.save)
  }

  async keep_here() {
    const key = this.form.dataset.offlineKey
    if (!key) return false
    const before = this.unanswered ? [...this.before, this.unanswered.body] : this.before
    const words = { words: this.words(), versions: versions_of(this.form), before, at: Date.now() }
    return keep(this.name(), key, words).then(() => true, () => false)
  }

  async lost() {
    this.lost_since ??= clock_time()
    if (await this.keep_here()) this.line.lost(this.lost_since)
    else this.line.not_saved(() => this.all_words())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), this.waits * 1000)
    this.waits = Math.min(30, this.waits * 1.5)
  }

  // Words from before the line was lost or the page was closed go back into their boxes, and on to the server. A page
  // without a draft finds them by its key, and goes on under the number that they were written with.
  async take_back_kept() {
    const key = this.form.dataset.offlineKey
    if (!key) return
    const found = await (this.value('draft') ? kept(this.name(), key) : kept_anywhere(key)).catch(() => null)
    if (!found) return
    if (!this.value('draft')) this.go_on_as(found.name)
    const there = this.words()
    put_all_back(this.form, found.words)
    show_asked(this.form)
    if (JSON.stringify(this.words()) === JSON.stringify(there)) return forget(this.name()).catch(() => {}) // they had arrived
    set_versions(this.form, found.versions ?? { version: found.version })
    this.before = found.before ?? []
    this.is_changed = true
    this.lost_since = clock_time(new Date(found.at))
    this.line.lost(this.lost_since)
    this.save()
  }

  // Opened again while its last words were on their way, the page was made without them: saving it as it is brings them back.
  catch_up() {
    let [name, at] = ['', 0]
    try { [name, at] = (sessionStorage.getItem('sent') ?? '').split(' ') } catch { return }
    if (name !== this.name() || Date.now() - at > arriving) return
    for (const wait of [700, 3000]) {
      setTimeout(() => {
        if (this.is_unsent()) return
        this.is_changed = true
        this.save()
      }, wait)
    }
  }

  go_on_as(number) {
    this.own_number = this.value('form_number')
    this.field('form_number').value = number
  }

  // What was written with that number is signed: these words are a draft of their own.
  begin_anew() {
    forget(this.name()).catch(() => {})
    this.field('form_number').value = this.own_number
    this.own_number = null
    this.before = []
    this.is_changed = true
  }

  // Hidden, or gone: what is unsent goes at once in a request that outlives the page. One under way would not.
  leave() {
    if (this.is_leaving || this.is_locked || !this.is_unsent()) return
    if (this.under_way?.keepalive && !this.is_changed) return
    clearTimeout(this.timer)
    this.under_way?.stop.abort()
    if (this.is_changed) {
      if (this.unanswered) this.before.push(this.unanswered.body)
      this.take_words()
    }
    this.keep_here()
    this.saving = this.send(this.unanswered.fields.toString().length < most_to_outlive)
  }

  submitted(event) {
    if (this.is_lost()) {
      event.preventDefault()
      this.say_at(event.submitter, 'Sign when you are connected.')
      this.save()
      return
    }
    if (this.under_way) {
      event.preventDefault()
      this.submit_after(event.submitter)
      return
    }
    this.is_leaving = true
    clearTimeout(this.timer)
    // Back from the next page, the form saves again.
    window.addEventListener('pageshow', () => { this.is_leaving = false }, { once: true })
  }

  // Over the version that the save under way becomes, not over the one before it.
  async submit_after(button) {
    await this.saving
    if (!this.is_locked) this.form.requestSubmit(button)
  }

  say_at(button, words) {
    document.getElementById('wait-for-line')?.remove()
    const notice = make('p', { class: 'govuk-body', id: 'wait-for-line', role: 'status' }, words)
    if (button) button.after(notice)
    else this.form.append(notice)
  }

  all_words() {
    return Object.values(this.words()).join('\n\n')
  }

  // How many sentences are here alone: told before signing out.
  unsent_sentences() {
    const sentences = (words) => Object.values(words).join('\n').split(/(?<=[.!?])\s+|\n+/).filter((one) => one.trim())
    const sent = new Set(sentences(this.sent))
    return sentences(this.words()).filter((one) => !sent.has(one)).length
  }

  lock() {
    this.is_locked = true
    if (this.is_changed) this.keep_here()
  }

  unlock() {
    this.is_locked = false
    this.is_changed = true
    this.save()
  }
}

export function begin_autosave(form) {
  const draft = new Draft(form)
  draft.begin()
  return draft
}
