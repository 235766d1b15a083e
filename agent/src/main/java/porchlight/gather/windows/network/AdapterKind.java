package porchlight.gather.windows.network;

/** What an adapter is, by the number of its kind and by its maker's untranslated description. */
sealed interface AdapterKind {
  /** A radio of a local network. */
  record Wifi() implements AdapterKind {}

  /** A cable, or what acts like one. */
  record Wired() implements AdapterKind {}

  /** Another way straight out: a mobile network, a telephone. */
  record Mobile() implements AdapterKind {}

  /** A tunnel; {@code kind} as in the fact. */
  record Tunnel(String kind) implements AdapterKind {}

  /** A line that is dialled: a VPN, or the way to the provider itself. */
  record Dialled() implements AdapterKind {}

  /** This laptop itself. */
  record Loopback() implements AdapterKind {}

  /** Neither hardware nor anything known. */
  record Other() implements AdapterKind {}

  static AdapterKind of(Adapter adapter) {
    return AdapterWords.kind(adapter);
  }
}
