package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porchlight.machine.Credentials;

/** Which proxies Windows uses, for who asks and for services; never with a password. */
final class WinHttp {
  private WinHttp() {}

  static String ask() {
    var blocks = new Block();
    user(blocks);
    machine(blocks);
    return blocks.toString();
  }

  private static void user(Block blocks) {
    var config = new Memory(32);
    config.clear();
    blocks.begin("user", 1);
    if (Dll.call("winhttp", "WinHttpGetIEProxyConfigForCurrentUser", config) == 0) {
      blocks.put("code", Dll.lastError());
      return;
    }
    blocks
        .put("detect", config.getInt(0) == 0 ? 0 : 1)
        .some("script", script(taken(config.getPointer(8))))
        .some("proxy", proxies(taken(config.getPointer(16))))
        .some("bypass", taken(config.getPointer(24)));
  }

  private static void machine(Block blocks) {
    var config = new Memory(24);
    config.clear();
    blocks.begin("machine", 1);
    if (Dll.call("winhttp", "WinHttpGetDefaultProxyConfiguration", config) == 0) {
      blocks.put("code", Dll.lastError());
      return;
    }
    blocks
        .put("access", config.getInt(0))
        .some("proxy", proxies(taken(config.getPointer(8))))
        .some("bypass", taken(config.getPointer(16)));
  }

  /** The text, whose memory is ours to give back. */
  private static String taken(@Nullable Pointer text) {
    if (text == null) {
      return "";
    }
    String taken = text.getWideString(0);
    Dll.function("kernel32", "GlobalFree").invokePointer(new Object[] {text});
    return taken;
  }

  private static String script(String address) {
    return address.isEmpty() ? "" : Credentials.without(address);
  }

  /** {@code http=proxy:8080;https=…}, or one for all. */
  static String proxies(String list) {
    return Arrays.stream(list.split("[;\\s]+", -1))
        .filter(one -> !one.isEmpty())
        .map(one -> {
          int equals = one.indexOf('=');
          return equals > 0 && one.substring(0, equals).matches("[A-Za-z]+")
              ? one.substring(0, equals + 1) + Credentials.without(one.substring(equals + 1))
              : Credentials.without(one);
        })
        .collect(Collectors.joining(";"));
  }
}
