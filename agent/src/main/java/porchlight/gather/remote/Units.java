package porchlight.gather.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.RemoteSigns.Sign;
import porchlight.machine.Answer;
import porchlight.machine.Question.ListFolder;

/** Services of them, by the names of the files that describe services. */
public final class Units {
  /** What no maker puts into the name of a file; it could hide one that is known. */
  private static final Pattern ODD = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]");

  private Units() {}

  /** The names in a folder of such files. */
  public static Reading<List<String>> names(ListFolder folder, Answer.Said said) {
    var names = new ArrayList<String>();
    for (String name : said.text().lines().toList()) {
      if (ODD.matcher(name).find()) {
        return Answers.notUnderstood(folder, "a file with an odd name");
      }
      names.add(name);
    }
    return said.code() == 0 ? Reading.known(names) : Answers.notUnderstood(folder, "not listed");
  }

  /** Tells of the one called so, if it is one of these. */
  public static void add(List<Sign> signs, String name, Seen seen) {
    for (Sign sign : signs) {
      if (matches(name, sign.value())) {
        seen.installed(sign.tool(), sign.value());
      }
    }
  }

  private static boolean matches(String name, String value) {
    int any = value.indexOf('*');
    return any < 0
        ? name.equals(value)
        : name.length() >= value.length()
            && name.startsWith(value.substring(0, any))
            && name.endsWith(value.substring(any + 1));
  }
}
