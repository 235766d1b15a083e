package porchlight.central.views;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Sighting;
import porchlight.central.remarks.Subject;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Place;
import porchlight.central.reports.Word;

/** Remarks, as pages and programs are shown them. */
public record RemarkView(
    String id,
    boolean acknowledges,
    String about,
    Optional<String> device,
    String check,
    String words,
    String author,
    Moment at,
    String until) {

  /** One, as read at {@code now}. */
  public static RemarkView of(Remark remark, Instant now) {
    Subject subject = remark.subject();
    String check = subject.check().map(one -> Calm.text(CheckPage.of(one).title())).orElse("");
    String thing =
        subject.seen().isPresent()
            ? "the same thing, wherever it is seen"
            : subject.place().isPresent()
                ? "a place"
                : subject.device().isPresent() ? "a laptop" : "";
    return new RemarkView(
        remark.id(),
        remark.kind() == Remark.Kind.ACKNOWLEDGEMENT,
        check.isEmpty() || thing.isEmpty() ? check + thing : check + ", " + thing,
        subject.device(),
        subject.check().orElse(""),
        Calm.text(remark.words()),
        Calm.text(remark.author()),
        Moment.of(remark.at(), now),
        remark.expires().map(end -> Moment.of(end, now).exact()).orElse(""));
  }

  /** Of those about a device the ones that fit what it said last. */
  public static List<Remark> fitting(List<Remark> remarks, Optional<Content> content) {
    return remarks.stream().filter(remark -> fits(remark.subject(), content)).toList();
  }

  private static boolean fits(Subject subject, Optional<Content> content) {
    boolean check =
        subject.check().isEmpty()
            || content.stream()
                .flatMap(full -> full.findings().stream())
                .anyMatch(finding ->
                    finding.check().equals(subject.check().get())
                        && (finding.outcome() == Outcome.FAIL
                            || finding.outcome() == Outcome.UNKNOWN));
    boolean place =
        subject.place().isEmpty()
            || content.flatMap(Content::place).flatMap(Place::id).equals(subject.place());
    boolean seen =
        subject.seen().isEmpty()
            || content.stream()
                .flatMap(full -> Sighting.in(full.findings()).stream())
                .anyMatch(one -> one.key().equals(subject.seen().get()));
    return check && place && seen;
  }

  /** The JSON of one. */
  public static Map<String, Object> json(Remark remark) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", remark.id());
    json.put("kind", Word.of(remark.kind()));
    Subject subject = remark.subject();
    subject.organisation().ifPresent(one -> json.put("organisation", one));
    subject.device().ifPresent(one -> json.put("device", one));
    subject.check().ifPresent(one -> json.put("check", one));
    subject.place().ifPresent(one -> json.put("place", one));
    subject.seen().ifPresent(one -> json.put("seen", one));
    json.put("words", remark.words());
    json.put("author", remark.author());
    json.put("at", remark.at().toString());
    remark.expires().ifPresent(end -> json.put("expires", end.toString()));
    return json;
  }
}
