// A drawing wider than the screen begins with whom it is about in the middle; without this it begins at its left edge.
export function begin_drawings() {
  for (const figure of document.querySelectorAll('.app-family')) {
    const frame = figure.querySelector('.app-scroll')
    const about = figure.querySelector(`[data-person="${figure.dataset.about}"]`) ?? figure.querySelector('svg')
    const place = about.getBoundingClientRect(), shown = frame.getBoundingClientRect()
    frame.scrollLeft += place.left + place.width / 2 - shown.left - shown.width / 2
  }
}
