@echo off
rem Intune, a Win32 app's install command. The token is the text of token.txt: put it beside this file and the .msi, and make the app of
rem the folder with Microsoft's Win32 Content Prep Tool. An argument would be everybody's to read, and logged. Where reports go comes
rem from the policy. The app that was made with the packages has no token: it takes one that lies on the laptop already.
setlocal
if exist "%~dp0token.txt" (
  msiexec /i "%~dp0porchlight.msi" /qn /norestart ENROLLMENTKEYFILE="%~dp0token.txt"
) else (
  msiexec /i "%~dp0porchlight.msi" /qn /norestart
)
exit /b %ERRORLEVEL%
