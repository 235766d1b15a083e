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
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;
import porchlight.machine.WindowsNative;

/** The proxy of services (WinHTTP), as the library tells it; else as netsh prints it. */
final class WinHttp {
  static final WindowsNative NATIVE = WindowsNative.PROXY;
  static final Run SHOW =
      Run.of("C:\\Windows\\System32\\netsh.exe", "winhttp", "show", "proxy")
          .hiding("^ +[^:\\r\\n]+:\\s+(?:[a-z]+=)?(?:[a-z]+://)?([A-Za-z][^:;\\s]*)");

  private static final String NONE = "1"; // WINHTTP_ACCESS_TYPE_NO_PROXY
  private static final String NAMED = "3";

  private WinHttp() {}

  static Reading<List<Way>> read(Machine machine) {
    return told(machine.ask(NATIVE)).or(() -> printed(machine.ask(SHOW)));
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

  /**
   * Below the title stands one sentence for none, or the label and the servers, the label and the
   * exceptions.
   */
  static Reading<List<Way>> printed(Answer answer) {
    return Answers.read(
        SHOW,
        answer,
        said -> {
          List<String> lines = Lines.of(said.text());
          boolean isTitled =
              !lines.isEmpty()
                  && lines.getFirst().endsWith(":")
                  && Lines.indent(lines.getFirst()) == 0;
          if (said.code() != 0 || !isTitled) {
            return Answers.notUnderstood(SHOW, said.text());
          }
          var rows = new ArrayList<Lines.Row>();
          lines.stream().skip(1).flatMap(line -> Lines.Row.of(line).stream()).forEach(rows::add);
          if (lines.size() == 2 && rows.isEmpty() && Lines.indent(lines.get(1)) > 0) {
            return Reading.known(List.of());
          }
          return rows.isEmpty()
              ? Answers.notUnderstood(SHOW, said.text())
              : ways(rows.getFirst().value());
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
