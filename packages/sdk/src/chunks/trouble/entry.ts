/**
 * What a guided flow needs where a step does not go as its author meant: what to say and offer when an assertion does not come true, what to report of a
 * target that is not there, and the host's own predicates. Loaded while such a step is waited for; without it the flow goes on with fewer words.
 */
export { describeRivals } from './describe-rivals.ts'
export { describeUnverified } from './describe-unverified.ts'
export { watchPredicate } from './watch-predicate.ts'
