@echo off
node "%~dp0serve.mjs" %*
if errorlevel 1 pause
