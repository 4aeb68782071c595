// The reading age beside the words, as the server counted it with the last save; here it gets its <Show me>.
import { show_words } from './places.js'
import { make, pressed } from './talk.js'

export class ReadingAge {
  constructor() {
    this.section = document.getElementById('reading-age')
    if (!this.section) return
    for (const line of this.section.querySelectorAll('li[data-item]')) {
      const { item, start, words } = line.dataset
      line.replaceWith(this.line({ item, start: Number(start), words }))
    }
  }

  update(told) {
    if (!this.section || !told) return
    const was_open = this.section.querySelector('details')?.open ?? false
    if (this.section.contains(document.activeElement)) return // nothing moves under whoever is reading it
    this.section.replaceChildren(...this.content(told, was_open))
  }

  content({ line, hard, places }, open) {
    if (!line) return []
    const said = make('p', { class: 'govuk-body app-reading-age__line' }, line)
    if (!hard) return [said]
    const summary = make('summary', { class: 'govuk-details__summary' },
      make('span', { class: 'govuk-details__summary-text' }, `What makes it hard: ${hard}`))
    const list = make('ul', { class: 'govuk-list app-reading-age__places' }, ...places.map((place) => this.line(place)))
    return [said, make('details', { class: 'govuk-details', open }, summary, make('div', { class: 'govuk-details__text' }, list))]
  }

  line(place) {
    const show = make('button', { type: 'button', class: 'app-link-button' }, 'Show me',
      make('span', { class: 'govuk-visually-hidden' }, `: ${place.words}`))
    pressed(show, () => {
      const box = document.getElementById(place.item)
      if (box) show_words(place, box)
    })
    return make('li', {}, make('q', {}, place.words), ' ', show)
  }
}
