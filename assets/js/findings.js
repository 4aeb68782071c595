// Things to look at, beside the words: calm, at most three, never in the way. The server says what was found; here is
// decided when it is shown, and what [Use it], [Take out], [Keep mine] and <Show me> do.
import { place_after, place_of, sentence_at, show_words } from './places.js'
import { make, pressed } from './talk.js'

const rest = 2000 // after the last key, before anything new is shown
const pause = 10000 // before it is said aloud, once
const most = 3

const reasons = (possessive) => [
  ['own-word', `It is ${possessive} own word`], ['plainly', 'It must be said plainly'], ['other', 'Another reason']]

// A card as the server wrote it into the page.
function read(card) {
  const { finding, item, words = '', quote = '', row = '', suggestion = '', kept = '', start, end, press, instead = '', keep, keepWords, link, at } = card.dataset
  const message = card.querySelector('.app-finding__message').textContent
  const moves = [...card.querySelectorAll('button[value^="move."]')].map((move) => ({ value: move.value, words: move.firstChild.textContent }))
  return { id: finding, item, words, quote, row, suggestion, kept, message, start: Number(start), end: Number(end), press, instead, keep, keep_words: keepWords, link, at, moves }
}

export class Findings {
  constructor(form, changed) {
    this.form = form
    this.changed = changed
    this.section = document.getElementById('things')
    this.all = []
    this.done = new Map() // by finding's id: 'kept', or the words that stood there
    this.shows_all = false
    this.last_key = Date.now()
    this.said = -1
    if (!this.section) return
    this.list = document.getElementById('things-list')
    this.narrow = matchMedia('(max-width: 40.0525em)')
    this.narrow.addEventListener('change', () => this.show())
    this.section.addEventListener('change', (event) => { if (event.target.name === 'show-things') this.show() })
    this.all = [...this.list.querySelectorAll('[data-finding]')].map(read)
    for (const finding of this.all) if (finding.kept) this.remember(finding, finding.kept)
    this.show()
  }

  typed() {
    this.last_key = Date.now()
    clearTimeout(this.speaking)
    if (this.section) this.later()
  }

  found(findings) {
    this.all = findings
    if (this.section) this.later()
  }

  later() {
    clearTimeout(this.showing)
    this.showing = setTimeout(() => this.show(), Math.max(0, this.last_key + rest - Date.now()))
  }

  box_of(finding) {
    return document.getElementById(finding.item)
  }

  // Not what stands in the sentence that is being written.
  is_finished(finding) {
    const box = this.box_of(finding)
    if (!finding.words || box !== document.activeElement) return true
    const place = place_of(finding, box)
    const sentence = sentence_at(box.value, box.selectionStart ?? 0)
    return place === null || place.end <= sentence.start || place.start >= sentence.end
  }

  is_there(finding) {
    return !finding.words || place_of(finding, this.box_of(finding)) !== null
  }

  wanted() {
    return this.form.elements.namedItem('show-things')?.value !== 'when-i-check'
  }

  show() {
    const open = this.wanted()
      ? this.all.filter((one) => !this.done.has(one.id) && this.is_there(one) && this.is_finished(one)) : []
    const held = this.section.contains(document.activeElement) ? document.activeElement.closest('.app-finding')?.id : null
    const shown = this.shows_all ? open : open.slice(0, most)
    const finished = [...this.done.values()].filter((one) => one.card.isConnected).map((one) => one.card)
    document.getElementById('things-count').textContent = open.length
    const beside = this.narrow.matches ? shown.filter((one) => !this.place_of_box(one)) : shown
    this.list.replaceChildren(...finished, ...beside.map((one) => this.card(one)), ...this.more(open, shown))
    this.place(shown)
    if (held) document.getElementById(held)?.querySelector('button')?.focus()
    this.say(open.length)
  }

  more(open, shown) {
    const left = open.length - shown.length
    if (left <= 0) return []
    const button = make('button', { type: 'button', class: 'app-link-button' }, `${left} more`)
    pressed(button, () => {
      this.shows_all = true
      this.show()
    })
    return [make('li', {}, button)]
  }

  // On a phone the cards come closed under the box they belong to; on a wide page a line leads to them.
  place(shown) {
    const is_narrow = this.narrow.matches
    this.section.classList.toggle('app-things--beside', is_narrow && this.list.children.length === 0)
    for (const place of document.querySelectorAll('[data-findings-of]')) {
      const mine = shown.filter((one) => one.item === place.dataset.findingsOf)
      const opened = place.nextElementSibling?.matches('.app-findings-here[open]')
      if (place.nextElementSibling?.matches('.app-findings-here')) place.nextElementSibling.remove()
      place.hidden = mine.length === 0 || is_narrow
      place.replaceChildren()
      if (mine.length === 0) continue
      const words = `${mine.length} ${mine.length === 1 ? 'thing' : 'things'} to look at`
      if (!is_narrow) {
        const lead = make('button', { type: 'button', class: 'app-link-button' }, words)
        pressed(lead, () => document.getElementById(`finding-${mine[0].id}`)?.querySelector('button')?.focus())
        place.append(lead)
        continue
      }
      const cards = make('ol', { class: 'app-things__list' }, ...mine.map((one) => this.card(one)))
      place.after(make('details', { class: 'app-findings-here', open: opened }, make('summary', {}, words), cards))
    }
  }

  place_of_box(finding) {
    return finding.item && document.querySelector(`[data-findings-of="${CSS.escape(finding.item)}"]`)
  }

  say(count) {
    clearTimeout(this.speaking)
    if (count === 0 || count === this.said) return
    this.speaking = setTimeout(() => {
      this.said = count
      document.getElementById('things-spoken').textContent = `${count} ${count === 1 ? 'thing' : 'things'} to look at`
    }, Math.max(0, this.last_key + pause - Date.now()))
  }

  card(finding) {
    const buttons = make('div', { class: 'app-finding__buttons' })
    const place = place_of(finding, this.box_of(finding))
    const card = make('li', { class: 'app-card app-finding', id: `finding-${finding.id}` },
      make('p', { class: 'govuk-body app-finding__message' }, finding.message), this.quote(finding), this.way_there(finding), buttons)
    if (finding.suggestion && place) {
      const use = make('button', { type: 'button', class: 'app-quiet-button' }, `Use "${finding.suggestion}"`)
      buttons.append(pressed(use, () => this.put(finding, card, finding.suggestion, `Changed to "${finding.suggestion}". `)))
    }
    if (finding.press && place) {
      const press = make('button', { type: 'button', class: 'app-quiet-button' }, finding.press,
        make('span', { class: 'govuk-visually-hidden' }, `: ${finding.quote ? `${finding.message} “${finding.quote}”` : finding.message}`))
      const told = finding.instead ? 'Only the message is shown. ' : 'Taken out. '
      buttons.append(pressed(press, () => finding.row ? this.empty(finding, card, told) : this.put(finding, card, finding.instead, told)))
    }
    // The form's own: the words as they stand are saved, and moved by the server in one act.
    for (const move of finding.moves ?? []) {
      const hidden = make('span', { class: 'govuk-visually-hidden' }, `: ${finding.message}`)
      buttons.append(make('button', { type: 'submit', class: 'app-quiet-button', name: 'then', value: move.value, formnovalidate: true }, move.words, hidden))
    }
    if (finding.words) {
      const keep = make('button', { type: 'button', class: 'app-quiet-button', id: `keep-${finding.id}` }, finding.keep_words ?? 'Keep mine',
        make('span', { class: 'govuk-visually-hidden' }, `: ${finding.words}`))
      buttons.append(pressed(keep, () => this.keep(finding, card)))
    }
    if (this.box_of(finding)) {
      const show = make('button', { type: 'button', class: 'app-link-button' }, finding.words ? 'Show me' : 'Go to the words')
      buttons.append(pressed(show, () => show_words(finding, this.box_of(finding))))
    }
    return card
  }

  quote(finding) {
    return finding.quote ? make('p', { class: 'govuk-body app-finding__quote' }, `“${finding.quote}”`) : null
  }

  // Of words that stand elsewhere too: the page on which they can be read.
  way_there(finding) {
    if (!finding.at) return null
    const hidden = make('span', { class: 'govuk-visually-hidden' }, `: ${finding.message}`)
    return make('p', { class: 'govuk-body app-finding__go' }, make('a', { class: 'govuk-link', href: finding.at }, finding.link, hidden))
  }

  // Changes just those words, and shows how to take it back. The blanks after words that are taken out go with them.
  put(finding, card, instead, told) {
    const box = this.box_of(finding)
    const place = place_of(finding, box)
    if (!place) return
    let end = place.end
    while (!instead && box.value[end] === ' ') ++end
    const taken = box.value.slice(place.start, end)
    const before = box.value.slice(Math.max(0, place.start - 40), place.start)
    box.setRangeText(instead, place.start, end, 'end')
    this.taken_back(finding, card, told, () => {
      const at = instead ? this.start_of(instead, place.start, box) : place_after(before, place.start, box.value)
      if (at === undefined) return false
      box.setRangeText(taken, at, at + instead.length, 'end')
      return true
    })
  }

  // Takes out a whole row, and shows how to take that back.
  empty(finding, card, told) {
    const cells = [...this.form.elements].filter((one) => one.name.startsWith(finding.row)).map((one) => [one, one.value])
    for (const [cell] of cells) cell.value = ''
    this.taken_back(finding, card, told, () => {
      for (const [cell, value] of cells) cell.value = value
      return true
    })
  }

  // What was pressed, with the press that undoes it; `put_back` says whether it could.
  taken_back(finding, card, told, put_back) {
    const box = this.box_of(finding)
    const undo = make('button', { type: 'button', class: 'app-link-button' }, 'Undo')
    pressed(undo, () => {
      if (!put_back()) return
      this.done.delete(finding.id)
      card.remove()
      this.after(box)
    })
    this.finish(finding, card, make('p', { class: 'govuk-body' }, told, undo))
    undo.focus()
    this.after(box)
  }

  start_of(words, start, box) {
    return box.value.slice(start, start + words.length) === words ? start : place_of({ start: 0, words }, box)?.start
  }

  // Kept at once; then it asks why. The field goes with the form and is remembered for this record.
  keep(finding, card) {
    if (finding.keep) return this.leave_in(finding, card)
    const field = this.remember(finding, 'other')
    const choices = reasons(this.section.dataset.possessive || 'their').map(([value, words]) => {
      const button = make('button', { type: 'button', class: 'app-quiet-button', 'aria-pressed': 'false' }, words)
      return pressed(button, () => {
        field.value = value
        for (const other of card.querySelectorAll('[aria-pressed]')) other.setAttribute('aria-pressed', other === button)
        card.querySelector('.app-finding__kept').textContent = `Kept. ${words}.`
        button.parentElement.remove()
        this.changed()
      })
    })
    const why = make('p', { class: 'govuk-body app-finding__kept', tabindex: '-1' }, `Kept "${finding.words}". Why?`)
    this.finish(finding, card, why, make('div', { class: 'app-finding__buttons' }, ...choices))
    choices[0].focus()
    this.changed()
  }

  // Words that stand elsewhere too are left in for one reason: there is nothing to ask.
  leave_in(finding, card) {
    this.remember(finding, finding.keep)
    const told = make('p', { class: 'govuk-body app-finding__kept', tabindex: '-1' }, `Left in. ${finding.keep_words}.`)
    this.finish(finding, card, told)
    told.focus()
    this.changed()
  }

  remember(finding, value) {
    const field = make('input', { type: 'hidden', name: `keep-${finding.id}`, value })
    this.form.append(field)
    this.done.set(finding.id, { card: make('li') })
    return field
  }

  finish(finding, card, ...content) {
    this.done.set(finding.id, { card })
    card.replaceChildren(...content)
    const open = this.all.filter((one) => !this.done.has(one.id) && this.is_there(one))
    document.getElementById('things-count').textContent = open.length
  }

  after(box) {
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
