/**
 * Exact fractions, so that credits sum to the avoided tickets and not merely to something near them.
 * Only for sums of a few thousand terms: everything else is counted in integers first.
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n)
  static readonly one = new Fraction(1n, 1n)

  readonly numerator: bigint
  /** over 0, without a common divisor with the numerator */
  readonly denominator: bigint

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator
    this.denominator = denominator
  }

  /** @throws RangeError when the denominator is 0 or a part is not an integer */
  static of(numerator: number | bigint, denominator: number | bigint): Fraction {
    return Fraction.#reduced(BigInt(numerator), BigInt(denominator))
  }

  /** A number as written in decimals, to nine places: 0.37 is 37/100. */
  static decimal(value: number): Fraction {
    return Fraction.of(Math.round(value * 1e9), 1_000_000_000)
  }

  static sum(terms: Iterable<Fraction>): Fraction {
    let total = Fraction.zero
    for (const term of terms) total = total.plus(term)
    return total
  }

  static #reduced(numerator: bigint, denominator: bigint): Fraction {
    if (denominator === 0n) throw new RangeError('A fraction cannot have 0 below the line.')
    const sign = denominator < 0n ? -1n : 1n
    const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator * sign)
    return new Fraction((numerator * sign) / divisor, (denominator * sign) / divisor)
  }

  plus(other: Fraction): Fraction {
    return Fraction.#reduced(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  times(other: Fraction): Fraction {
    return Fraction.#reduced(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** @throws RangeError when `other` is 0 */
  dividedBy(other: Fraction): Fraction {
    return Fraction.#reduced(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  isZero(): boolean {
    return this.numerator === 0n
  }

  /** The double nearest to it, or its neighbour where the parts are very long. */
  toNumber(): number {
    const exact = BigInt(Number.MAX_SAFE_INTEGER)
    if (this.numerator <= exact && this.numerator >= -exact && this.denominator <= exact) {
      return Number(this.numerator) / Number(this.denominator)
    }
    return Number((this.numerator << 96n) / this.denominator) / 2 ** 96
  }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small > 0n) [large, small] = [small, large % small]
  return large
}
