package porchlight.machine.windows;

import com.sun.jna.ptr.IntByReference;

/** What the Security Center says of each kind of protection, whoever gives it. */
final class SecurityHealth {
  private static final int[] PROVIDERS = {1, 2, 4, 8, 0x10, 0x20, 0x40};

  private SecurityHealth() {}

  static String ask() {
    var blocks = new Block();
    for (int provider : PROVIDERS) {
      var health = new IntByReference();
      int code = Dll.call("wscapi", "WscGetSecurityProviderHealth", provider, health);
      blocks.begin("provider", provider);
      if (code == 0) {
        blocks.put("health", health.getValue());
      } else {
        blocks.put("code", Refused.text(code));
      }
    }
    return blocks.toString();
  }
}
