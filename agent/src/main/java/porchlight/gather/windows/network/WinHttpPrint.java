package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code netsh winhttp show proxy}, in any language. */
final class WinHttpPrint {
  static final Run SHOW =
      Run.of("C:\\Windows\\System32\\netsh.exe", "winhttp", "show", "proxy")
          .hiding("^ +[^:\\r\\n]+:\\s+(?:[a-z]+=)?(?:[a-z]+://)?([A-Za-z][^:;\\s]*)");

  private WinHttpPrint() {}

  /**
   * Below the title stands one sentence for none, or the label and the servers, the label and the
   * exceptions.
   */
  static Reading<List<Way>> read(Answer answer) {
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
              : WinHttp.ways(rows.getFirst().value());
        });
  }
}
