/** Every limit both sides keep, with its unit in its name. */
export const limits = {
  maxBatchSignals: 100,
  maxBodyBytes: 64 * 1024,
  /** bodies of programs with a secret key: tickets and releases */
  maxTrustedBodyBytes: 1024 * 1024,
  /** what the widget puts in one body: keepalive's 64 KiB are shared by every SDK on the page */
  maxBeaconBytes: 16 * 1024,
  maxStringBytes: 8 * 1024,
  maxJsonDepth: 20,
  maxJsonKeys: 200,
  maxQueryChars: 512,
  maxIdChars: 200,
  maxCommentChars: 2000,
  maxMessageChars: 5000,
  maxSubjectChars: 200,
  maxSignalAgeMs: 30 * 24 * 3_600_000,
  maxSignalAheadMs: 24 * 3_600_000,
  maxHitsPerPage: 1000,
  maxSuggestions: 20,
  /** elements that a failed step of a flow tells of */
  maxTargetCandidates: 3,
  /** errors in `GET /v1/config`, which every page load of the host fetches */
  maxConfigErrors: 40,
  maxArticleBytes: 1024 * 1024,
  /** about 250 kB for a device, compressed; more articles are searched with the network alone */
  maxDeviceIndexArticles: 1000,
  /** a forgotten link opens nothing the next day */
  maxAuthorLinkMs: 24 * 3_600_000,
  sessionIdleMs: 30 * 60_000,
  episodeGapMs: 24 * 3_600_000,
  readMinMs: 10_000,
  searchRestMs: 1200,
  searchDebounceMs: 250,
} as const
