package porchlight.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of questions and answers what names a person, a network or a place, the same thing
 * always by the same stand-in, so that a recording is judged like the machine it came from: names
 * that a question declares personal, the host name, and addresses (see {@link Addresses}).
 */
final class Redaction {
  /** A shorter one would be found between half the words there are. */
  private static final int SHORTEST_NAME = 3;

  record Personal(Pattern pattern, String kind) {}

  /** Longest first, so that a name inside another does not spoil it. */
  private final Map<String, String> names =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));

  private final Map<String, Pattern> elsewhere = new HashMap<>();
  private final Addresses addresses;
  private final boolean everywhere;
  private final Optional<Disguise> disguise;

  /**
   * @param kept addresses that stay
   * @param everywhere whether a name is looked for in all answers, not only where a question says
   *     that there is one; a network that is called {@code accept} would spoil them
   */
  Redaction(Predicate<String> kept, boolean everywhere) {
    this.addresses = new Addresses(kept);
    this.everywhere = everywhere;
    this.disguise = Optional.empty();
  }

  /** So thorough that what is left can be given to strangers. */
  Redaction(Predicate<String> kept, Disguise disguise) {
    this.addresses = new Addresses(kept, Optional.of(new HomeAddresses()));
    this.everywhere = true;
    this.disguise = Optional.of(disguise);
  }

  private List<Personal> personal(Question question) {
    List<Personal> its = PersonalAnswers.to(question);
    if (disguise.isEmpty()) {
      return its;
    }
    var all = new ArrayList<>(its);
    all.addAll(Disguise.ANYWHERE);
    if (question instanceof Question.ReadFile(var path) && path.matches(".*[/\\\\]hosts")) {
      all.add(Disguise.IN_HOSTS);
    }
    return all;
  }

  /** To be told of everything before anything is redacted. */
  void learn(Question question, Answer answer) {
    if (question instanceof Run run) {
      addresses.keepAllIn(String.join(" ", run.arguments())); // ours, not the network's
    }
    if (question == WindowsNative.BEST_ROUTE) {
      addresses.keepAllIn(WindowsNative.FAR);
    }
    if (disguise.isPresent()) {
      addresses.learn(question.text());
    }
    if (!(answer instanceof Answer.Said said)) {
      return;
    }
    addresses.learn(said.text());
    List<Personal> all = personal(question);
    learnAll(all, said.text());
    learnAll(all, said.error());
  }

  private void learnAll(List<Personal> all, String text) {
    for (Personal personal : all) {
      Matcher found = personal.pattern.matcher(text);
      while (found.find()) {
        learn(name(found), personal.kind);
      }
    }
  }

  private void learn(String name, String kind) {
    if (!name.isEmpty() && !name.equals("localhost") && !names.containsKey(name)) {
      if (disguise.isPresent() && Disguise.isEverybodys(name)) {
        return;
      }
      String usual = kind + "-" + (names.size() + 1);
      String standIn = disguise.isPresent() ? Disguise.shaped(usual, kind, name) : usual;
      names.put(name, standIn);
      disguise.ifPresent(thorough -> thorough.learn(unescaped(name), standIn));
      // In place it is found by its question; elsewhere only as a word of its own.
      elsewhere.put(
          name,
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + Pattern.quote(unescaped(name)) + "(?![\\p{L}\\p{N}])",
              disguise.isPresent() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
    }
  }

  private static String name(Matcher found) {
    String name = found.groupCount() < 1 ? null : found.group(1);
    return name == null ? "" : name.strip();
  }

  /** Several programs print {@code \:} for a colon within a name. */
  private static String unescaped(String name) {
    return name.replace("\\:", ":").replace("\\\\", "\\");
  }

  /** The question's text, which may hold the name of a link or a file. */
  String of(Question question) {
    return disguise.isPresent() ? disguised(question) : usual(question);
  }

  /** The words of a program and of our own lists stay; a path may hold anything. */
  private String disguised(Question question) {
    boolean isConstant =
        question instanceof Run
            || question instanceof Question.ReadStanzas
            || question instanceof Question.Processes
            || question instanceof Question.Native
            || question instanceof Probe;
    String text = usual(question);
    return isConstant ? text : finished(names(text));
  }

  private String finished(String text) {
    return disguise.map(thorough -> thorough.of(text)).orElse(text);
  }

  Map<String, String> standIns() {
    return Map.copyOf(names);
  }

  /** What was said of the machine, with the same stand-ins. */
  String of(String sentence) {
    return finished(addresses.of(names(sentence)));
  }

  private String usual(Question question) {
    return switch (question) {
      // Its words are a program's, but for the link.
      case Run run -> addresses.of(run.text());
      case Question.ReadFile file -> addresses.of(names(file.text()));
      case Question.ListFolder folder -> addresses.of(names(folder.text()));
      case Question.ReadLink link -> addresses.of(names(link.text()));
      // Their answers are left alone, so their questions must be.
      case Question.ReadStanzas stanzas -> stanzas.text();
      case Question.Processes processes -> processes.text();
      case Question.Native device -> device.text();
      case WindowsQuestion windows -> windows.text(); // constants
      case Question.Modified file -> addresses.of(names(file.text()));
      case Question.ReadSettings(var folder, var path, var keys) ->
          new Question.ReadSettings(
                  PersonalPaths.folder(folder, names),
                  PersonalPaths.file(folder, path, names),
                  keys)
              .text();
      case Question.ReadDconf(var folder, var path, var keys) ->
          new Question.ReadDconf(PersonalPaths.folder(folder, names), path, keys).text();
      case Question.Among(var folder, var paths) ->
          new Question.Among(
                  PersonalPaths.folder(folder, names),
                  paths.stream().map(path -> PersonalPaths.between(path, names)).toList())
              .text();
      case Question.ListInside(var folder, var path) ->
          new Question.ListInside(
                  PersonalPaths.folder(folder, names), PersonalPaths.between(path, names))
              .text();
      case Question.ReadJson(var folder, var path, var members, var commented) ->
          new Question.ReadJson(
                  PersonalPaths.folder(folder, names),
                  PersonalPaths.between(path, names),
                  members,
                  commented)
              .text();
      case Question.ReadPrefs(var folder, var path, var keys) ->
          new Question.ReadPrefs(
                  PersonalPaths.folder(folder, names), PersonalPaths.between(path, names), keys)
              .text();
      case Question.ReadStart(var folder, var path, int bytes) ->
          new Question.ReadStart(
                  PersonalPaths.folder(folder, names), PersonalPaths.between(path, names), bytes)
              .text();
      // The network chose its host: see PortalApi. The others are ours, or the policy's.
      case Probe.HttpGet get when get.tls() ->
          addresses.of(get.at(names.getOrDefault(get.host(), get.host())).text());
      case Probe probe -> addresses.of(probe.text());
    };
  }

  Answer of(Question question, Answer answer) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) ->
          new Answer.Said(code, whole(question, text), whole(question, error));
      case Answer.Failed(var detail) -> new Answer.Failed(of(detail));
      case Answer.Missing missing -> missing;
      case Answer.Denied denied -> denied;
      case Answer.TimedOut late -> late;
      case Answer.TooLong tooLong -> tooLong;
    };
  }

  private String whole(Question question, String text) {
    String clean = of(question, text);
    boolean isFormal =
        question instanceof Question.ReadStanzas
            || question instanceof Question.Processes
            || question instanceof Question.Modified
            || question.text().startsWith("? read /proc/net/");
    if (disguise.isEmpty() || isFormal) {
      return clean;
    }
    boolean isNetlink = question.text().contains("--debug=netlink");
    return finished(isNetlink ? NetlinkWords.of(clean, addresses) : clean);
  }

  private String of(Question question, String text) {
    return switch (question) {
      // What packages there are names nobody, and a version can look like an address.
      case Question.ReadStanzas stanzas -> text;
      case Question.ReadFile(var path) when path.startsWith("/proc/net/") ->
          HexAddresses.of(addresses.of(text), addresses);
      case Run run -> addresses.of(names(inPlace(question, text)));
      case Question.ReadFile file -> addresses.of(names(inPlace(question, text)));
      case Question.Native device -> addresses.of(names(inPlace(question, text)));
      case Question.ListFolder folder -> addresses.of(names(inPlace(question, text)));
      case Question.ReadLink link -> addresses.of(names(text));
      case Question.Modified file -> text; // a time
      case Question.ReadSettings settings -> addresses.of(names(inPlace(question, text)));
      case Question.ListInside list -> addresses.of(names(inPlace(question, text)));
      case Question.ReadJson json -> addresses.of(names(inPlace(question, text)));
      case Question.Among among -> PersonalPaths.between(text, names);
      // Truths and numbers, and the addresses of proxies.
      case Question.ReadDconf dconf -> addresses.of(inPlace(question, text));
      case Question.ReadPrefs prefs -> text;
      case Question.Processes processes -> text; // names that we asked for, and numbers
      case Question.ReadStart start -> addresses.of(names(text));
      case WindowsQuestion windows -> addresses.of(names(inPlace(question, text)));
      case Probe probe -> addresses.of(names(inPlace(question, text)));
    };
  }

  private record Span(int start, int end, String standIn) {}

  private String inPlace(Question question, String text) {
    var spans = new ArrayList<Span>();
    for (Personal personal : personal(question)) {
      Matcher found = personal.pattern.matcher(text);
      while (found.find()) {
        String standIn = names.get(name(found));
        if (standIn != null) {
          spans.add(new Span(found.start(1), found.end(1), standIn));
        }
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    var out = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      if (span.start >= at) {
        out.append(text, at, span.start).append(span.standIn);
        at = span.end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private String names(String text) {
    String clean = text;
    if (everywhere) {
      for (var name : names.entrySet()) {
        Pattern word = elsewhere.get(name.getKey());
        boolean stays = disguise.filter(one -> one.inPlace().contains(name.getKey())).isPresent();
        if (word != null && !stays && name.getKey().length() >= SHORTEST_NAME) {
          clean = word.matcher(clean).replaceAll(Matcher.quoteReplacement(name.getValue()));
        }
      }
    }
    return clean;
  }
}
