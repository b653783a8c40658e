import { alternativeKinds } from '../case/assessments.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { followUpChannels } from '../catalogue/follow-up.ts'
import type { IndexItem } from '../catalogue/questionnaires.ts'
import type { ListName } from './definition.ts'

/** An item of a list that a form refers to, with the key of its text. */
export type ListItem = {
  readonly id: string
  readonly text: string
  /** What a section may narrow the list by. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly index?: IndexItem
  readonly stop?: boolean
}

const plain = (prefix: string, items: readonly { readonly id: string }[]): readonly ListItem[] =>
  items.map(({ id }) => ({ id, text: `${prefix}.${id}`, fields: {} }))

/** The items of a list in the catalogue's order. */
export function itemsOf(list: ListName, catalogue: Catalogue): readonly ListItem[] {
  switch (list) {
    case 'riskFactors':
      return catalogue.riskFactors.map(({ id, group, stop }) => ({ id, text: `risk-factor.${id}`, fields: { group: [group] }, stop }))
    case 'protectiveFactors':
      return plain('protective-factor', catalogue.protectiveFactors)
    case 'bestInterestsFactors':
      return plain('best-interests-factor', catalogue.bestInterestsFactors)
    case 'bestInterestsOutcomes':
      return plain('best-interests-outcome', catalogue.bestInterestsOutcomes)
    case 'bbicAreas':
      return catalogue.bbicAreas.map(({ id, side }) => ({ id, text: `bbic-area.${id}`, fields: { side: [side] } }))
    case 'childIndexItems':
      return catalogue.childIndexItems.map((index) => ({
        id: index.id,
        text: `child-index-item.${index.id}`,
        fields: { dimension: [index.dimension], respondent: index.respondents },
        index,
      }))
    case 'rssStyleItems':
      return catalogue.rssStyleItems.map((index) => ({
        id: index.id,
        text: `rss-style-item.${index.id}`,
        fields: { dimension: [index.dimension] },
        index,
      }))
    case 'redFlags':
      return plain('red-flag', catalogue.redFlags)
    case 'followUpChannels':
      return followUpChannels.map((id) => ({ id, text: `channel.${id}`, fields: {} }))
    case 'alternatives':
      return alternativeKinds.map((id) => ({ id, text: `alternative.${id}`, fields: {} }))
  }
}
