package porchlight.gather.macos.network;

/** What the application firewall of macOS does with strangers. */
enum AlfState {
  OFF,
  /** Programs decide: signed ones, as most are, are let in unless somebody forbade it. */
  PROGRAMS,
  /** Nothing but what the network itself needs. */
  BLOCK_ALL
}
