/** French words of flows that offer themselves. Narrow no-break spaces before ; ! ?, no-break before : and in « ». */
export const fr = {
  later: '« Plus tard » : nous vous le reproposerons {when}.',
}
