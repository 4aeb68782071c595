// A slider over the days on which a family became another. It stops at those days alone; each is the page's own answer for its day,
// put in without the page beginning anew. Without this they are links.
import { begin_drawings } from './drawing.js'
import { make } from './talk.js'

const in_words = (day) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

class Days {
  constructor(box) {
    this.box = box
    this.days = box.dataset.days.split(' ')
    this.slider = make('input', { type: 'range', id: 'family-day', min: 0, max: this.days.length - 1, step: 1 })
    this.label = make('label', { for: 'family-day', class: 'govuk-label' })
    this.stand_at(box.dataset.on)
    box.prepend(this.label, this.slider)
    this.slider.addEventListener('input', () => {
      this.say()
      clearTimeout(this.waiting)
      this.waiting = setTimeout(() => this.show(), 300) // one answer for a row of presses, and one look
    })
  }

  // The last stop of that day or before it.
  stand_at(on) {
    this.slider.value = Math.max(0, this.days.filter((day) => day <= on).length - 1)
    this.say(on)
  }

  get day() {
    return this.days[this.slider.value]
  }

  say(on = this.day) {
    this.label.textContent = `As it was on ${in_words(on)}`
    this.slider.setAttribute('aria-valuetext', in_words(on))
  }

  async show() {
    const address = new URL(location.href)
    for (const part of ['on.day', 'on.month', 'on.year', 'done']) address.searchParams.delete(part)
    address.searchParams.set('on', this.day)
    this.stop?.abort()
    this.stop = new AbortController()
    try {
      const answer = await fetch(address, { credentials: 'same-origin', redirect: 'error', cache: 'no-store', signal: this.stop.signal })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      this.put(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      history.replaceState(null, '', address)
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(address) // the page itself then says what is wrong
    }
  }

  put(page) {
    for (const part of ['#family-drawn', '.app-days__links', '.app-filter__found']) {
      document.querySelector(part).replaceWith(document.importNode(page.querySelector(part), true))
    }
    for (const part of ['on.day', 'on.month', 'on.year']) {
      document.getElementById(part).value = page.getElementById(part).value
    }
    begin_drawings()
  }
}

export function begin_days() {
  const box = document.querySelector('.app-days')
  if (box) new Days(box)
}
