package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porchlight.machine.Redaction.Personal;

/** Where the answer to a question names people, networks or this laptop. */
final class PersonalAnswers {
  private static final Pattern SEARCH = Pattern.compile("(?m)^(?:search|domain)[ \\t]+(\\S+)");
  // Some systems name a rescue kernel after the id of the installation.
  private static final Pattern MACHINE_ID = Pattern.compile("\\b([0-9a-f]{32})\\b");
  private static final Pattern HOME = Pattern.compile("/home/([^/\\s]+)");
  private static final Pattern DEVICE_NAME = Pattern.compile("(?m)^name=(.+)$");

  private static final Pattern SSID = Pattern.compile("(?m)^ssid=(.+)$");

  private PersonalAnswers() {}

  static List<Personal> to(Question question) {
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
}
