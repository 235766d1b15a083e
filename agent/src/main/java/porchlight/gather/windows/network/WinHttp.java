package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.ProxyText;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/** The proxy of services (WinHTTP), as the library tells it; else as netsh prints it. */
final class WinHttp {
  static final WindowsNative NATIVE = WindowsNative.PROXY;
  private static final String NONE = "1"; // WINHTTP_ACCESS_TYPE_NO_PROXY
  private static final String NAMED = "3";

  private WinHttp() {}

  static Reading<List<Way>> read(Machine machine) {
    return told(machine.ask(NATIVE)).or(() -> WinHttpPrint.read(machine.ask(WinHttpPrint.SHOW)));
  }

  static Reading<List<Way>> told(Answer answer) {
    return Blocks.read(NATIVE, answer)
        .flatMap(blocks -> {
          Optional<Block> of =
              blocks.stream().filter(block -> block.kind().equals("machine")).findFirst();
          if (of.isEmpty()) {
            return Answers.notUnderstood(NATIVE, "nothing of the machine");
          }
          return switch (of.get().text("access").orElse("")) {
            case NONE -> Reading.known(List.of());
            case NAMED -> ways(of.get().text("proxy").orElse(""));
            default ->
                Answers.notUnderstood(
                    NATIVE,
                    "access " + of.get().text("access").orElse(of.get().text("code").orElse("")));
          };
        });
  }

  /** {@code host:port}, or one for each kind of address: {@code http=host:port;https=host:port}. */
  static Reading<List<Way>> ways(String servers) {
    var ways = new ArrayList<Way>();
    for (String one : servers.strip().split("[;\\s]+", -1)) {
      Optional<Way> way = ProxyText.fixed(one.substring(one.indexOf('=') + 1));
      if (way.isEmpty()) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, "a proxy that is no address");
      }
      ways.add(way.get());
    }
    return Reading.known(ways.stream().distinct().toList());
  }
}
