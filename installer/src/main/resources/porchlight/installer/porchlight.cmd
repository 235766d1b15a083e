@echo off
rem Starts Porchlight on the Java runtime beside it. Nothing in the caller's environment reaches the JVM.
setlocal
set "JAVA_TOOL_OPTIONS="
set "_JAVA_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "CLASSPATH="
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
"%HOME_FOLDER%\runtime\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms8m -Xmx48m -Xss512k ^
  -Xshare:auto "-XX:SharedArchiveFile=%HOME_FOLDER%\cache\porchlight.jsa" -Xlog:disable ^
  "-Dporchlight.home=%HOME_FOLDER%" -cp "@CLASS_PATH@" porchlight.Main %*
exit /b %ERRORLEVEL%
