package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.ContentReader;
import porchlight.central.reports.Content;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Reason;
import porchlight.central.reports.Word;

/**
 * What each check comes to in the newest content of each device, kept as a line a check so that
 * papers need not read that content. A row says of which content it is; where it is of another, or
 * an older central has written none, the content itself is read.
 */
final class Verdicts {
  private Verdicts() {}

  /** Takes the place of what was kept of this device before. */
  static void note(Sql sql, String device, String digest, Content content) throws SQLException {
    StringBuilder said = new StringBuilder();
    for (Finding finding : content.findings()) {
      said.append(finding.check()).append(' ').append(Word.of(finding.outcome()));
      finding.reason().ifPresent(reason -> said.append(' ').append(Word.of(reason)));
      said.append('\n');
    }
    sql.update(
        "insert into verdicts (device, digest, said) values (?, ?, ?) on conflict (device)"
            + " do update set digest = excluded.digest, said = excluded.said",
        device,
        digest,
        said.toString());
  }

  /** Those of the devices of an organisation that are not retired. */
  static Map<String, List<Verdict>> of(Sql sql, String organisation, Within within)
      throws SQLException {
    Map<String, List<Verdict>> all = new HashMap<>();
    Map<String, String> unkept = new HashMap<>();
    sql.list(
        "select d.id, d.digest, v.said from device d left join verdicts v on v.device = d.id and"
            + " v.digest = d.digest where d.organisation = ? and d."
            + Standings.COUNTS
            + " and d.digest is not null"
            + within.and(),
        row -> {
          Optional<String> said = row.maybeText("said");
          return said.isPresent()
              ? all.put(row.text("id"), read(said.get()))
              : unkept.put(row.text("id"), row.text("digest"));
        },
        within.after(organisation));
    for (Map.Entry<String, String> one : unkept.entrySet()) {
      Optional<String> content = ReportLog.content(sql, one.getKey(), one.getValue());
      if (content.isPresent()) {
        all.put(one.getKey(), in(ContentReader.read(content.get())));
      }
    }
    return all;
  }

  private static List<Verdict> read(String said) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String line : said.lines().toList()) {
      String[] words = line.split(" ", -1);
      verdicts.add(
          new Verdict(
              words[0],
              Word.parse(Outcome.class, words[1]),
              words.length > 2
                  ? Optional.of(Word.parse(Reason.class, words[2]))
                  : Optional.empty()));
    }
    return verdicts;
  }

  private static List<Verdict> in(Content content) {
    return content.findings().stream()
        .map(finding -> new Verdict(finding.check(), finding.outcome(), finding.reason()))
        .toList();
  }
}
