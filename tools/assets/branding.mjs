// GOV.UK's font and crown are for services on GOV.UK alone: a style sheet that names them is not built.
const forbidden = [/GDS Transport/i, /@font-face/i, /crown/i, /govuk-logo/i, /url\((?!data:)/i]

// A sentence for each thing found; empty when there is nothing.
export function refuse_branding(name, css) {
    return forbidden.filter((pattern) => pattern.test(css))
        .map((pattern) => `${name} holds ${pattern}: GOV.UK's font, crown and outside files are not ours to use. Take it out of assets/scss.`)
}
