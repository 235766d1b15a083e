package porchlight.central.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Comparison;
import porchlight.central.reports.Contrast;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Word;

/** The same as {@code porchlight diff --json}, with whose reports they are. */
public final class DifferenceJson {
  private DifferenceJson() {}

  /** What {@code after} says otherwise than {@code before}. */
  public static Map<String, Object> of(Look before, Look after) {
    Comparison found = Comparison.of(before.content(), after.content());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", look(before));
    json.put("after", look(after));
    json.put("changes", found.contrasts().stream().map(DifferenceJson::change).toList());
    json.put("same", found.same());
    return json;
  }

  private static Map<String, Object> look(Look look) {
    Assessment assessment = look.content().assessment();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("device", look.heard().device().id());
    look.heard().device().name().ifPresent(name -> json.put("name", name));
    json.put("presence", Word.of(look.heard().presence()));
    json.put("report", look.said().report());
    json.put("sequence", look.said().sequence());
    json.put("at", look.said().at().toString());
    json.put("answer", Word.of(assessment.answer()));
    assessment.score().ifPresent(score -> json.put("score", score));
    json.put("assessed", assessment.assessed());
    json.put("blind", assessment.blind());
    return json;
  }

  private static Map<String, Object> change(Contrast contrast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", contrast.check());
    json.put("change", Word.of(contrast.way()));
    contrast.before().ifPresent(finding -> json.put("before", said(finding)));
    contrast.after().ifPresent(finding -> json.put("after", said(finding)));
    json.put("gone", evidence(contrast.gone()));
    json.put("new", evidence(contrast.fresh()));
    return json;
  }

  private static Map<String, Object> said(Finding finding) {
    return Map.of(
        "outcome", Word.of(finding.outcome()),
        "severity", Word.of(finding.severity()),
        "because", finding.because());
  }

  private static List<Map<String, String>> evidence(List<Finding.Evidence> seen) {
    return seen.stream().map(one -> Map.of("name", one.name(), "value", one.value())).toList();
  }
}
