package porchlight.gather.linux.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.browsers.Present;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/** Which policies of browsers an administrator has laid down on this Linux. */
final class Etc {
  static final String FOLDER = "/etc";
  static final String FIREFOX = "firefox/policies/policies.json";
  static final String MANAGED = "/managed";
  static final String RECOMMENDED = "/recommended";
  static final Among POLICIES = new Among(FOLDER, policies());

  private Etc() {}

  static Reading<Present> read(Machine machine) {
    return Present.read(machine, POLICIES, FOLDER);
  }

  private static List<String> policies() {
    var folders = new LinkedHashSet<String>();
    LinuxBrowsers.ALL.forEach(browser -> folders.addAll(browser.policies()));
    var all = new ArrayList<>(List.of(FIREFOX));
    folders.forEach(folder -> all.addAll(List.of(folder + MANAGED, folder + RECOMMENDED)));
    return all;
  }
}
