package porchlight.machine;

/**
 * What CoreWLAN says of the Wi-Fi adapter to anybody, without the consent to know the place. A
 * message to nothing answers 0 in Objective-C, which would read as "off" and "open": so nothing is
 * asked of nothing.
 */
final class CoreWlan {
  private static final int LONGEST_NAME = 128;

  private CoreWlan() {}

  /** Objective-C, one method for each kind of answer: on arm64 each is a call of its own kind. */
  interface Messages {
    /** The class of that name; 0 for none. */
    long type(String name);

    /** An object; 0 for nil. */
    long object(long receiver, String selector);

    /** An NSInteger. */
    long integer(long receiver, String selector);

    /** A BOOL. */
    boolean truth(long receiver, String selector);

    /** An NSString's text. */
    String text(long string);
  }

  static Answer ask() {
    try {
      return ObjectiveC.within("CoreWLAN", CoreWlan::read);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError notMacOs) {
      return new Answer.Missing();
    }
  }

  static Answer read(Messages messages) {
    long type = messages.type("CWWiFiClient");
    long client = type == 0 ? 0 : messages.object(type, "sharedWiFiClient");
    if (client == 0) {
      return new Answer.Failed("CoreWLAN gave no client");
    }
    long adapter = messages.object(client, "interface");
    if (adapter == 0) {
      return new Answer.Said(0, "interface=\n");
    }
    long channel = messages.object(adapter, "wlanChannel");
    return new Answer.Said(
        0,
        String.join(
            "\n",
            "interface=" + name(messages, adapter, "interfaceName"),
            "power=" + (messages.truth(adapter, "powerOn") ? 1 : 0),
            "mode=" + messages.integer(adapter, "interfaceMode"),
            "channel=" + (channel == 0 ? "" : messages.integer(channel, "channelNumber")),
            "security=" + messages.integer(adapter, "security"),
            "ssid=" + name(messages, adapter, "ssid"),
            ""));
  }

  /** On one line whatever it holds, so that no network can pose as another key. */
  private static String name(Messages messages, long adapter, String selector) {
    long string = messages.object(adapter, selector);
    String name =
        string == 0 ? "" : messages.text(string).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return name.length() > LONGEST_NAME ? "" : name;
  }
}
