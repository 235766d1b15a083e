package porchlight.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of questions and answers what names a person, a network or a place, the same thing
 * always by the same stand-in, so that a recording is judged like the machine it came from: names
 * that a question declares personal, the host name, and addresses (see {@link Addresses}).
 */
final class Redaction {
  private static final Pattern SEARCH = Pattern.compile("(?m)^(?:search|domain)[ \\t]+(\\S+)");
  // Some systems name a rescue kernel after the id of the installation.
  private static final Pattern MACHINE_ID = Pattern.compile("\\b([0-9a-f]{32})\\b");
  private static final Pattern HOME = Pattern.compile("/home/([^/\\s]+)");
  private static final Pattern DEVICE_NAME = Pattern.compile("(?m)^name=(.+)$");

  private static final Pattern SSID = Pattern.compile("(?m)^ssid=(.+)$");

  /** A shorter one would be found between half the words there are. */
  private static final int SHORTEST_NAME = 3;

  record Personal(Pattern pattern, String kind) {}

  /** Longest first, so that a name inside another does not spoil it. */
  private final Map<String, String> names =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));

  private final Map<String, Pattern> elsewhere = new HashMap<>();
  private final Addresses addresses;
  private final boolean everywhere;

  /**
   * @param kept addresses that stay
   * @param everywhere whether a name is looked for in all answers, not only where a question says
   *     that there is one; a network that is called {@code accept} would spoil them
   */
  Redaction(Predicate<String> kept, boolean everywhere) {
    this.addresses = new Addresses(kept);
    this.everywhere = everywhere;
  }

  private static List<Personal> personal(Question question) {
    return switch (question) {
      case Run run ->
          run.personal().stream().map(pattern -> new Personal(pattern, "network")).toList();
      case Question.ReadFile(var path) when path.equals(PersonalPaths.ACCOUNTS) ->
          and(PersonalPaths.PEOPLE, new Personal(HOME, "person"));
      case Question.ReadFile(var path) ->
          and(
              and(PersonalPaths.inFile(path), new Personal(SEARCH, "domain")),
              new Personal(HOME, "person"));
      case Question.Native device ->
          List.of(new Personal(DEVICE_NAME, "laptop"), new Personal(SSID, "network"));
      case Question.ListFolder(var path) ->
          and(PersonalPaths.inFolder(path), new Personal(MACHINE_ID, "machine"));
      case Question.ReadLink link -> List.of();
      case Question.ReadStanzas stanzas -> List.of();
      case Question.Modified file -> List.of();
      case Question.ReadSettings settings ->
          List.of(
              PersonalPaths.NETWORK,
              PersonalPaths.DOMAIN,
              PersonalPaths.PROXY,
              PersonalPaths.PROFILE,
              new Personal(HOME, "person"));
      case Question.ReadDconf dconf -> List.of(PersonalPaths.PROXY);
      case Question.Among among -> List.of();
      case Question.ListInside list -> List.of(PersonalPaths.PROFILE);
      case Question.ReadJson(var folder, var path, var members, var commented)
          when path.endsWith("/Local State") ->
          List.of(PersonalPaths.CHOSEN);
      case Question.ReadJson json -> List.of();
      case Question.ReadPrefs prefs -> List.of();
      case Question.Processes processes -> List.of();
      case Question.ReadStart start -> List.of();
      case WindowsQuestion windows -> WindowsNames.in(windows);
      case Probe probe -> ProbeNames.PERSONAL;
    };
  }

  private static List<Personal> and(List<Personal> these, Personal last) {
    return Stream.concat(these.stream(), Stream.of(last)).toList();
  }

  /** To be told of everything before anything is redacted. */
  void learn(Question question, Answer answer) {
    if (question instanceof Run run) {
      addresses.keepAllIn(String.join(" ", run.arguments())); // ours, not the network's
    }
    if (question == WindowsNative.BEST_ROUTE) {
      addresses.keepAllIn(WindowsNative.FAR);
    }
    if (!(answer instanceof Answer.Said said)) {
      return;
    }
    for (Personal personal : personal(question)) {
      for (String text : List.of(said.text(), said.error())) {
        Matcher found = personal.pattern.matcher(text);
        while (found.find()) {
          learn(name(found), personal.kind);
        }
      }
    }
  }

  private void learn(String name, String kind) {
    if (!name.isEmpty() && !name.equals("localhost") && !names.containsKey(name)) {
      names.put(name, kind + "-" + (names.size() + 1));
      // In place it is found by its question; elsewhere only as a word of its own.
      elsewhere.put(
          name,
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + Pattern.quote(unescaped(name)) + "(?![\\p{L}\\p{N}])"));
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
          new Answer.Said(code, of(question, text), of(question, error));
      case Answer.Failed(var detail) -> new Answer.Failed(addresses.of(names(detail)));
      case Answer.Missing missing -> missing;
      case Answer.Denied denied -> denied;
      case Answer.TimedOut late -> late;
      case Answer.TooLong tooLong -> tooLong;
    };
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
        if (word != null && name.getKey().length() >= SHORTEST_NAME) {
          clean = word.matcher(clean).replaceAll(Matcher.quoteReplacement(name.getValue()));
        }
      }
    }
    return clean;
  }
}
