"""6. A book to what people read and programs take: terminal, report, exports."""
