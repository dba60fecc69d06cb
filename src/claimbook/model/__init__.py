"""What flows from stage to stage: frozen dataclasses, no logic beyond their own arithmetic."""
